"""The pages: parse, call one action or query, render. Complete without JavaScript."""

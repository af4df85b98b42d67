"""What police officers see and do: worklist, diary, complaints, FIRs, administration, audit."""

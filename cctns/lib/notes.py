"""Signed notes and the checkpoints in them (C2SP signed-note, tlog-checkpoint, tlog-cosignature).

A note is text, an empty line, and signature lines "— name base64(key id || signature)". Lines by
keys that a reader does not know are no fault: there is room for witnesses and for ML-DSA-44.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = 0x01
COSIGNATURE = 0x04  # Ed25519 over a time and the note
ML_DSA_44 = 0x06  # known by name; verified when witnesses use it
_KEY_BYTES = {ED25519: 32, COSIGNATURE: 32, ML_DSA_44: 1312}
_KEY_ID = 4
_TIME = 8
_MOST_SIGNATURES = 100
_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")


class NoteError(ValueError):
    """A note, checkpoint or key that is not written as the standard says, or does not verify."""


@dataclass(frozen=True)
class Signature:
    """One signature line: who, the first bytes of their key's hash, and the signature."""

    name: str
    key_id: bytes
    signature: bytes


@dataclass(frozen=True)
class Note:
    """`text` ends with a newline and is what every signature is over."""

    text: str
    signatures: tuple[Signature, ...]


def parse(note: str) -> Note:
    """Raises NoteError unless the note is well formed and carries a signature."""
    text, separator, lines = note.rpartition("\n\n")
    if not separator or not lines.endswith("\n"):
        raise NoteError("a note ends with an empty line and its signatures")
    if any(ord(letter) < 0x20 and letter != "\n" for letter in note):
        raise NoteError("a note holds no control characters")
    signatures = tuple(_signature(line) for line in lines[:-1].split("\n"))
    if len(signatures) > _MOST_SIGNATURES:
        raise NoteError("a note has too many signatures")
    return Note(text + "\n", signatures)


def _signature(line: str) -> Signature:
    dash, _, rest = line.partition(" ")
    name, _, encoded = rest.partition(" ")
    if dash != "—" or not _is_name(name):
        raise NoteError("a signature line is '— name base64'")
    data = decode(encoded)
    if len(data) <= _KEY_ID:
        raise NoteError("a signature line holds a key id and a signature")
    return Signature(name, data[:_KEY_ID], data[_KEY_ID:])


def decode(text: str) -> bytes:
    """Standard base64 with padding, in its one canonical spelling. Raises NoteError."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NoteError("this is not base64") from error
    if base64.b64encode(data).decode() != text:
        raise NoteError("this base64 is not in its canonical form")
    return data


def encode(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _is_name(name: str) -> bool:
    return bool(name) and "+" not in name and not any(letter.isspace() for letter in name)


@dataclass(frozen=True)
class Verifier:
    """A public key under a name, as others know it: "name+hash+base64(algorithm || key)"."""

    name: str
    algorithm: int
    key: bytes

    @classmethod
    def from_vkey(cls, vkey: str) -> Verifier:
        """Raises NoteError for a key whose name, hash or length is wrong."""
        name, _, rest = vkey.partition("+")
        stated, _, encoded = rest.partition("+")
        data = decode(encoded)
        if not _is_name(name) or not data or _KEY_BYTES.get(data[0]) != len(data) - 1:
            raise NoteError("a verifier key is 'name+hash+base64' of a known algorithm")
        made = cls(name, data[0], data[1:])
        if made.key_id.hex() != stated:
            raise NoteError("the key's hash is not that of its name and key")
        return made

    @property
    def key_id(self) -> bytes:
        data = self.name.encode() + b"\n" + bytes((self.algorithm,)) + self.key
        return sha256(data).digest()[:_KEY_ID]

    def vkey(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{encode(bytes((self.algorithm,)) + self.key)}"

    def verify(self, note: Note) -> int | None:
        """The time (Unix seconds) of a cosignature, None for a plain one. Raises NoteError."""
        if self.algorithm not in (ED25519, COSIGNATURE):
            raise NoteError(f"signatures of algorithm {self.algorithm} are not verified here")
        for one in note.signatures:
            if one.name == self.name and one.key_id == self.key_id:
                return self._verify(note.text, one.signature)
        raise NoteError(f"{self.name} has not signed this note")

    def _verify(self, text: str, signature: bytes) -> int | None:
        message, moment = text.encode(), None
        if self.algorithm == COSIGNATURE:
            moment, signature = _timed(signature)
            message = _cosigned(moment, text)
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signature, message)
        except InvalidSignature as error:
            raise NoteError(f"the signature of {self.name} does not fit this note") from error
        return moment


def _timed(signature: bytes) -> tuple[int, bytes]:
    if len(signature) != _TIME + 64:
        raise NoteError("a cosignature holds a time and a signature of 64 bytes")
    return int.from_bytes(signature[:_TIME]), signature[_TIME:]


def cosignature_time(line: str) -> int:
    """When a signature line of a cosigner was made, Unix seconds. Raises NoteError."""
    return _timed(_signature(line).signature)[0]


def cosigner(line: str) -> str:
    """Whose signature line it is. Raises NoteError."""
    return _signature(line).name


def _cosigned(moment: int, text: str) -> bytes:
    return f"cosignature/v1\ntime {moment}\n{text}".encode()


@dataclass(frozen=True)
class Signer:
    """A private key under a name. A log's key and a cosigner's key are never the same one."""

    name: str
    key: Ed25519PrivateKey
    algorithm: int = ED25519

    @property
    def verifier(self) -> Verifier:
        return Verifier(self.name, self.algorithm, self.key.public_key().public_bytes_raw())

    def sign(self, text: str) -> str:
        """The signature line, with its newline, over a note's text."""
        return self._line(self.key.sign(text.encode()))

    def cosign(self, text: str, moment: int) -> str:
        """As `sign`, with the time (Unix seconds) at which the checkpoint was seen."""
        return self._line(moment.to_bytes(_TIME) + self.key.sign(_cosigned(moment, text)))

    def _line(self, signature: bytes) -> str:
        return f"— {self.name} {encode(self.verifier.key_id + signature)}\n"


@dataclass(frozen=True)
class Checkpoint:
    """Which log, how many leaves, which root; `extension` lines are kept as they are."""

    origin: str
    size: int
    root: bytes
    extension: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """The text of a note. Raises NoteError; roots that are not 32 bytes are refused."""
        lines = text.split("\n")
        if len(lines) < 4 or lines[-1] or not lines[0]:
            raise NoteError("a checkpoint has an origin, a size and a root, each on a line")
        origin, size, root, *extension = lines[:-1]
        if not _SIZE.fullmatch(size):
            raise NoteError(f"{size!r} is no size of a log")
        if "" in extension:
            raise NoteError("a checkpoint holds no empty line")
        made = cls(origin, int(size), decode(root), tuple(extension))
        if len(made.root) != 32:
            raise NoteError("the root of a checkpoint has 32 bytes")
        return made

    def text(self) -> str:
        lines: Sequence[str] = (self.origin, str(self.size), encode(self.root), *self.extension)
        return "".join(f"{line}\n" for line in lines)

    def note(self, *signers: Signer) -> str:
        """The signed note."""
        return self.text() + "\n" + "".join(one.sign(self.text()) for one in signers)

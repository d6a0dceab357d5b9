// Signed tokens of tickets: `TKT1.` and base32 of key id, ticket, event, issue and signature.

const PREFIX = "TKT1.";
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const KEY_ID_BYTES = 4;
const SIGNATURE_BYTES = 64;

export const isToken = text => text.toUpperCase().startsWith(PREFIX);

// What the token says, with `isSigned`: true, false, or null where this browser cannot tell.
// Null for a text that is no whole token.
export async function readToken(text, keys) {
  const data = decode(text.toUpperCase().slice(PREFIX.length));
  if (data === null || data.length <= KEY_ID_BYTES + SIGNATURE_BYTES) return null;
  const payload = data.slice(0, -SIGNATURE_BYTES);
  const numbers = readNumbers(payload.slice(KEY_ID_BYTES));
  if (numbers.length !== 3) return null;
  const keyId = payload.slice(0, KEY_ID_BYTES).reduce((sum, byte) => sum * 256 + byte, 0);
  const [ticketId, eventId, issue] = numbers;
  const key = keys.find(known => known.id === keyId);
  const signature = data.slice(-SIGNATURE_BYTES);
  const isSigned = key ? await verify(key.public_key, signature, payload) : false;
  return {ticketId, eventId, issue, isSigned};
}

async function verify(publicKey, signature, payload) {
  const raw = Uint8Array.from(publicKey.match(/../g), pair => parseInt(pair, 16));
  const message = new Uint8Array([...new TextEncoder().encode(PREFIX), ...payload]);
  try {
    const key = await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, signature, message);
  } catch {
    return null;
  }
}

function decode(text) {
  const bytes = [];
  let bits = 0;
  let value = 0;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return null;
    value = (value << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 255);
    }
    value &= (1 << bits) - 1;
  }
  // The bits to spare are zero in what was issued.
  return value === 0 ? new Uint8Array(bytes) : null;
}

function readNumbers(bytes) {
  const numbers = [];
  let number = 0;
  let factor = 1;
  for (const byte of bytes) {
    number += (byte & 127) * factor;
    factor *= 128;
    if (byte < 128) {
      numbers.push(number);
      number = 0;
      factor = 1;
    }
  }
  return numbers;
}

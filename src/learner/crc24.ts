/**
 * The checksum of OpenPGP's armour (CRC-24, RFC 9580, section 6.1): it finds every error within 24 neighbouring bits, so
 * every changed character and every two neighbours that have changed places. No protection against anybody who means it.
 */
export function crc24(bytes: readonly number[]): number {
  let crc = 0xb704ce;
  for (const byte of bytes) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit += 1) {
      crc <<= 1;
      if (crc & 0x1000000) crc ^= 0x1864cfb;
    }
  }
  return crc;
}

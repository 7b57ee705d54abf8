/**
 * A name for a text by what it says: 41 bits in eight letters and digits, good against accidents and not against malice.
 * cyrb53 (bryc, public domain): the browser's own digests are missing on pages without https.
 */
export function hashContent(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const bits = (low >>> 0) + (high & 0x1ff) * 2 ** 32;
  return bits.toString(36).padStart(8, '0');
}

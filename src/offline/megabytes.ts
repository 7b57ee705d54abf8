/**
 * Bytes as millions with one decimal, rounded up: nobody should need more than was announced.
 *
 * @param mark what stands before decimals in the language; browsers have no such data for az, uz, kk and ky
 */
export function formatMegabytes(bytes: number, mark: string): string {
  const tenths = Math.ceil(bytes / 100_000);
  return `${Math.floor(tenths / 10)}${mark}${tenths % 10}`;
}

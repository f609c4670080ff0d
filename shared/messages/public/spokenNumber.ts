/**
 * The parts of a number that are said one after another: 2 071 is 2 000 and 71; zero is said alone only.
 * @throws RangeError when it is not a whole number from 0 to 9999
 */
export function partsOf(value: number): readonly number[] {
  if (!Number.isInteger(value) || value < 0 || value > 9999)
    throw new RangeError(`${value} is not a whole number from 0 to 9999`)
  const rest = value % 100
  const parts = [value - (value % 1000), (value % 1000) - rest, rest].filter((part) => part > 0)
  return parts.length === 0 ? [0] : parts
}

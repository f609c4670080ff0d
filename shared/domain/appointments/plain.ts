import { normalForm } from '../../contract/letters.ts'

/** Plain letters and digits, so that a name or a code typed in another way is the same. */
export const plain = (text: string) =>
  normalForm('NFD', text)
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

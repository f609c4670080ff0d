import type { Keys } from '../ui/keys.ts'

/** An act of the sheet: its line in the palette, and the key that does it with the palette shut. */
export type SheetAct = {
  readonly id: string
  readonly title: string
  /** As the French keyboard shows it. */
  readonly cap?: string
  /** The physical keys; none for an act that the palette alone offers. */
  readonly codes?: readonly string[]
  readonly applies: boolean
  /** False while a panel has the letters: the palette still offers it. */
  readonly heard?: boolean
  /** It has its place on the page: the palette shows it to whoever looks for it by a word. */
  readonly sought?: true
  readonly run: () => void
}

/** What the keys of the acts do: the table that the palette draws and that the help lists is the one that acts. */
export const keysOfActs = (acts: readonly SheetAct[]): Keys =>
  Object.fromEntries(
    acts.flatMap(({ codes = [], applies, heard = true, run }) =>
      codes.map((code) => [code, applies && heard ? run : undefined]),
    ),
  )

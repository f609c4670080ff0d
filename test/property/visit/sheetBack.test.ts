import { fc, test as property } from '@fast-check/vitest'
import { expect } from 'vitest'
import { sheetBack } from '../../../renderer/counter/sheetBack.ts'
import type { SheetPatch } from '../../../renderer/counter/acts.ts'
import type { Sheet } from '../../../shared/contract/visit/sheet.ts'
import { patched } from '../../../shared/domain/visit/patched.ts'
import { Sheet as SheetSchema } from '../../../shared/contract/visit/sheet.ts'

// What the first keys of a scan noted is taken back as it was noted: by patches of the sheet, one after another.

const pieceIds = ['photo', 'domicile', 'ancien-titre'] as const
const states = ['presented', 'missing', 'notExamined'] as const

/** What a key may note. */
const patch: fc.Arbitrary<SheetPatch> = fc.oneof(
  fc.constantFrom('cni', 'passeport', null).map((procedureId) => ({ procedureId })),
  fc
    .tuple(fc.constantFrom('logement', 'motif'), fc.constantFrom('un', 'deux', null))
    .map(([name, value]) => ({
      answers: { [name]: value },
    })),
  fc
    .tuple(fc.constantFrom(...pieceIds), fc.constantFrom(...states))
    .map(([pieceId, state]) => ({ pieces: [{ pieceId, state }] })),
  fc.constantFrom('self', 'mandate', null).map((capacity) => ({ capacity })),
  fc.constantFrom('Reviendra lundi', null).map((note) => ({ note })),
  fc.constantFrom('readAloud', 'cannotSign', null).map((signing) => ({ signing })),
  fc.constantFrom(['12100'], []).map((forms) => ({ forms })),
) as fc.Arbitrary<SheetPatch>

const empty: Sheet = SheetSchema.parse({
  procedureId: 'cni',
  label: null,
  capacity: null,
  identity: null,
  answers: {},
  pieces: [],
  note: null,
})
const after = (sheet: Sheet, patches: readonly SheetPatch[]): Sheet =>
  patches.reduce((now, patch) => patched(now, patch), sheet)

/** A piece that nobody examined is as one that nobody noted; their order tells nothing. */
const read = ({ pieces, ...rest }: Sheet) => ({
  ...rest,
  pieces: Object.fromEntries(
    pieces
      .filter(({ state }) => state !== 'notExamined')
      .map((piece) => ['pieceId' in piece ? piece.pieceId : piece.label, piece]),
  ),
})

property.prop([fc.array(patch, { maxLength: 8 }), fc.array(patch, { maxLength: 4 })])(
  'whatever the keys of a scan noted, the sheet is brought back to how it was before them',
  (before, pressed) => {
    const sheet = after(empty, before)
    const noted = after(sheet, pressed)
    const back = sheetBack(noted, sheet)
    expect(read(back === null ? noted : patched(noted, back))).toEqual(read(sheet))
  },
)

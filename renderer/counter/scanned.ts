import type { Scanned } from '../../shared/contract/identity/scan.ts'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import type { SheetPatch } from './acts.ts'

export type ScannedZone = Extract<Scanned, { kind: 'mrz' }>
export type ScannedCode = Extract<Scanned, { kind: '2ddoc' }>

/** What a zone fills, once the agent says so: the identity as it was read, and the name. Nothing of a wrong zone. */
export function patchOfZone({ valid, identity, person }: ScannedZone): SheetPatch | null {
  if (!valid || (identity === null && person === null)) return null
  return {
    ...(identity === null ? {} : { identity: { ...identity, verified: true, read: 'mrz' } }),
    ...(person === null
      ? {}
      : {
          person: {
            familyName: person.familyName,
            firstName: person.firstName,
            birthDate: person.birthDate,
          },
        }),
  }
}

/**
 * The piece that an authentic code fills, once the agent saw that it agrees with the paper: a proof of domicile so
 * verified can't be refused where one is asked (CRPA R113-8).
 */
export function pieceOfCode(
  code: ScannedCode,
  assessment: Assessment | null,
): { readonly patch: SheetPatch; readonly title: string } | null {
  if (code.verdict !== 'authentic' || code.proves !== 'domicile') return null
  const piece = assessment?.pieces.find(
    ({ domicile, status }) =>
      domicile && (status === 'required' || status === 'alternative' || status === 'unknown'),
  )
  return piece
    ? {
        patch: { pieces: [{ pieceId: piece.pieceId, state: 'presented', read: '2ddoc' }] },
        title: piece.title,
      }
    : null
}

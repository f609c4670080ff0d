import { refuses } from '../../shared/contract/files/file.ts'
import type { FileShown } from '../../shared/contract/files/shown.ts'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import { acknowledgementBarred } from '../../shared/domain/files/acknowledgement.ts'
import { holds } from '../../shared/domain/files/sent.ts'
import { isDecidedElsewhere } from '../../shared/domain/files/whoDecides.ts'
import type { AskKind } from './typedAsk.ts'

/** The documents that make sense for a file as it stands; what does not is not shown, and the host would refuse it. */
export function offeredOnFile(file: FileShown): readonly AskKind[] {
  if (file.state !== 'open') return []
  const { clock, decision, requests, procedureId } = file
  const decidesHere = !isDecidedElsewhere(file)
  // Silence that has decided, by its day or because it was noted.
  const silent = (sense: 'rejet' | 'acceptation') =>
    (clock?.sense === sense && clock.state === 'decided') ||
    decision?.decision === (sense === 'rejet' ? 'implicitRejection' : 'implicitAcceptance')
  // What silence gave is refused no more, and awaits nothing.
  const undecided = decision === null && !(decidesHere && silent('acceptation'))
  const asked = (kind: 'missing' | 'original') =>
    undecided && requests.some((request) => request.kind === kind && request.receivedOn === null)
  const refused = undecided || (decision?.by === 'office' && refuses(decision.decision))
  const filed = file.channel !== 'title'
  const applies: Readonly<Partial<Record<AskKind, boolean>>> = {
    accuse: filed && acknowledgementBarred(file) === undefined,
    pieces: asked('missing'),
    original: asked('original'),
    transmission: file.forwarded.some(holds) && decision === null,
    refus: filed && decidesHere && refused,
    acceptation: decidesHere && silent('acceptation'),
    motifs: decidesHere && silent('rejet'),
    regularisation: filed && undecided,
    urbanisme: procedureId === 'urbanisme' && decision === null,
    sejour: decidesHere && procedureId === 'sejour',
    originaux: file.originals.some(({ returnedOn }) => returnedOn === null),
    trace: file.rule !== null,
  }
  return order.filter((kind) => applies[kind] === true)
}

/** What happens most comes first. */
const order = [
  'accuse',
  'pieces',
  'original',
  'transmission',
  'refus',
  'acceptation',
  'motifs',
  'regularisation',
  'urbanisme',
  'sejour',
  'originaux',
  'trace',
] as const satisfies readonly AskKind[]

/** The papers that can be given to the person received, besides what the end of the visit gives. */
export function offeredHere(
  sheet: Pick<Sheet, 'procedureId' | 'pieces' | 'fileId'>,
  assessment: Assessment | null,
): readonly AskKind[] {
  const applies: Readonly<Partial<Record<AskKind, boolean>>> = {
    attestation: true,
    recepisse: sheet.pieces.some(({ state }) => state === 'presented'),
    trace: assessment !== null,
    recensement: sheet.procedureId === 'recensement',
    refus: sheet.fileId !== null,
    incident: true,
  }
  return (['attestation', 'recepisse', 'trace', 'recensement', 'refus', 'incident'] as const).filter(
    (kind) => applies[kind] === true,
  )
}

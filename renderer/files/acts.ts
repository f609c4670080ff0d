import type { FilePerson } from '../../shared/contract/files/file.ts'
import type { FileShown } from '../../shared/contract/files/shown.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import { acknowledgementBarred } from '../../shared/domain/files/acknowledgement.ts'
import { mistakable } from '../../shared/domain/files/sent.ts'
import type { Act, Read } from '../link/asking.ts'
import type { DocumentRow } from '../documents/DocumentList.tsx'
import { offeredOnFile } from '../documents/offered.ts'
import type { KeptLetters } from '../documents/useKeptLetter.ts'

export type FilesWork = Output<'files.work'>
export type Drawer = Output<'files.toCollect'>
export type DrawerRow = Drawer['rows'][number]
export type FoundFiles = Output<'files.find'>
export type FileWhole = Output<'file.get'>

/** All that the back office does; a refusal is given back, to be shown where the act was asked. */
export type FilesActs = {
  readonly open: Act<'file.open'>
  readonly describe: Act<'file.describe'>
  readonly addPiece: Act<'file.addPiece'>
  readonly requestPieces: Act<'file.requestPieces'>
  readonly acknowledge: Act<'file.acknowledge'>
  readonly forward: Act<'file.forward'>
  readonly cancelForwarding: Act<'file.cancelForwarding'>
  readonly decide: Act<'file.decide'>
  readonly titleArrived: Act<'file.titleArrived'>
  readonly notify: Act<'file.notify'>
  readonly destroyTitles: Act<'file.destroyTitles'>
  readonly handOver: Act<'file.handOver'>
  readonly holdOriginals: Act<'file.holdOriginals'>
  readonly returnOriginals: Act<'file.returnOriginals'>
  readonly close: Act<'file.close'>
  readonly find: Read<'files.find'>
  readonly get: Read<'file.get'>
  readonly names: Read<'files.names'>
  readonly exportAssisted: Read<'assisted.export'>
}

/** What each act on a file is given. */
export type ActProps = {
  readonly file: FileShown
  /** Who it is, where that was looked up. */
  readonly person?: FilePerson | null | undefined
  readonly today: LocalDate
  readonly assessment: Assessment | null
  /** The letters that were begun and not sent. */
  readonly letters: KeptLetters
  /** What was issued for it. */
  readonly papers: readonly DocumentRow[]
  readonly acts: FilesActs
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** What is asked of one file at once, under its heading. */
export const fileActNames = [
  'addPiece',
  'requestPieces',
  'acknowledge',
  'forward',
  'cancelForwarding',
  'decide',
  'issue',
  'titleArrived',
  'notify',
  'handOver',
  'holdOriginals',
  'returnOriginals',
  'describe',
  'close',
] as const
/** `documents` shows the documents of the file, whatever can still be done on it. */
export type FileActName = (typeof fileActNames)[number] | 'documents'

/** What can be done on a file as it stands; what cannot has no button, and the host would refuse it. */
export function actsOn(file: FileShown): readonly Exclude<FileActName, 'documents'>[] {
  if (file.state !== 'open') return []
  const here = file.title?.state === 'here'
  const held = file.originals.some(({ returnedOn }) => returnedOn === null)
  const applies: Readonly<Record<(typeof fileActNames)[number], boolean>> = {
    addPiece: true,
    requestPieces: file.decision === null,
    acknowledge: file.channel !== 'title' && acknowledgementBarred(file) === undefined,
    forward: file.decision === null,
    cancelForwarding: mistakable(file) !== null,
    decide: file.decision === null && file.channel !== 'title',
    issue: offeredOnFile(file).length > 0,
    titleArrived: !here,
    notify: here,
    handOver: true,
    holdOriginals: true,
    returnOriginals: held,
    describe: true,
    close: true,
  }
  return fileActNames.filter((name) => applies[name])
}

/** What the page shows beside the list, which always stays: the chosen file, or what is being recorded. */
export type Panel =
  | { readonly is: 'file'; readonly act: FileActName | null }
  | { readonly is: 'record' }
  | { readonly is: 'title' }
  | { readonly is: 'drawer' }

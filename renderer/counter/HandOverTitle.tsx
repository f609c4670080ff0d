import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { onRequestOf, type OnRequest } from '../../shared/contract/onRequest.ts'
import { useView } from '../link/hooks.ts'
import { useKeysKept } from '../ui/keptKeys.ts'
import type { CounterActs, Current, Patch } from './acts.ts'
import { FindTitle } from './FindTitle.tsx'
import type { End } from './OutcomePanel.tsx'
import { TitleFound } from './TitleFound.tsx'

/**
 * « Titre à retirer »: the title is found, checked with the person, then handed over by F10, which ends the visit and the
 * file and empties the drawer's slot. No list of a filing, no paper.
 */
export function HandOverTitle({
  current,
  sheet,
  on,
  acts,
  onEnd,
  patch,
}: {
  readonly current: Current
  readonly sheet: Sheet
  readonly on: LocalDate
  readonly acts: Pick<CounterActs, 'takeFile'>
  readonly onEnd: (end: End) => void
  readonly patch: Patch
}) {
  return sheet.fileId === null ? (
    <WithoutFile on={onRequestOf(current)} sheet={sheet} acts={acts} onEnd={onEnd} />
  ) : (
    <OfFile
      key={sheet.fileId}
      fileId={sheet.fileId}
      current={current}
      sheet={sheet}
      on={on}
      acts={acts}
      onEnd={onEnd}
      patch={patch}
    />
  )
}

/** A title that the drawer does not know is handed over all the same: F10 notes it, once its name was looked for. */
function WithoutFile({
  on,
  sheet,
  acts,
  onEnd,
}: {
  readonly on: OnRequest
  readonly sheet: Sheet
  readonly acts: Pick<CounterActs, 'takeFile'>
  readonly onEnd: (end: End) => void
}) {
  return (
    <FindTitle
      on={on}
      name={sheet.person?.familyName ?? ''}
      acts={acts}
      onWithoutFile={() => onEnd({ outcome: 'handedOver' })}
    />
  )
}

function OfFile({
  fileId,
  ...props
}: Parameters<typeof HandOverTitle>[0] & { readonly fileId: NonNullable<Sheet['fileId']> }) {
  const file = useView('file.view', { fileId })?.file
  useKeysKept(file === undefined)
  if (file === undefined) return null
  return file?.title?.state === 'here' ? (
    <TitleFound file={file} title={file.title} {...props} />
  ) : (
    <WithoutFile on={onRequestOf(props.current)} sheet={props.sheet} acts={props.acts} onEnd={props.onEnd} />
  )
}

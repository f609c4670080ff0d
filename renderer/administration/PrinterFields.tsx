import { settings } from '../../shared/messages/settings.fr.ts'
import { Choice } from '../app/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { printerKinds, type PrinterDraft, type PrinterKind, type PrinterWrong } from './printer.ts'
import style from './Administration.module.css'

const words = settings.printer

/** Which printer, how it is reached, what paper it has. */
export function PrinterFields({
  draft,
  kinds = printerKinds,
  wrong,
  hiddenLabel = false,
  onChange,
}: {
  readonly draft: PrinterDraft
  readonly kinds?: readonly PrinterKind[]
  readonly wrong: PrinterWrong
  readonly hiddenLabel?: boolean
  readonly onChange: (draft: PrinterDraft) => void
}) {
  return (
    <div className={style.fields}>
      <Choice
        label={words.kind}
        hidden={hiddenLabel}
        value={draft.kind}
        options={kinds.map((value) => ({ value, title: words.kinds[value] }))}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      <p className={style.small}>{words.helps[draft.kind]}</p>
      {draft.kind !== 'screen' && (
        <div className={style.pair}>
          <Field
            label={words.addresses[draft.kind]}
            value={draft.address}
            error={wrong.address}
            onChange={(address) => onChange({ ...draft, address })}
            spellCheck="false"
          />
          <Field
            label={words.name}
            value={draft.name}
            error={wrong.name}
            onChange={(name) => onChange({ ...draft, name })}
          />
        </div>
      )}
      {(draft.kind === 'cups' || draft.kind === 'system') && (
        <Choice
          label={words.paper}
          value={draft.paper}
          options={(['thermal80', 'a4'] as const).map((value) => ({ value, title: words.papers[value] }))}
          onChange={(paper) => onChange({ ...draft, paper })}
        />
      )}
    </div>
  )
}

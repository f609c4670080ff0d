import { wordsIn } from '../../../shared/contract/letters.ts'
import { settings } from '../../../shared/messages/office/settings.fr.ts'
import { codepages } from '../../../shared/contract/printing/printers.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice, Choices } from '../../ui/Choice.tsx'
import { Field, fieldsOf } from '../../ui/Field.tsx'
import lettering from '../../ui/Lettering.module.css'
import stack from '../../ui/Stack.module.css'
import {
  isOfHost,
  papersOf,
  printerKinds,
  takesBytes,
  type PrinterDraft,
  type PrinterKind,
  type PrinterWrong,
} from './printer.ts'
import style from '../Settings.module.css'

const words = settings.printer

/** Which printer, how it is reached, what paper it has. */
export function PrinterFields({
  draft,
  kinds = printerKinds,
  wrong,
  hiddenLabel = false,
  options = false,
  queues = [],
  elsewhere = false,
  onChange,
}: {
  readonly draft: PrinterDraft
  readonly kinds?: readonly PrinterKind[]
  readonly wrong: PrinterWrong
  readonly hiddenLabel?: boolean
  /** Cutter, drawer, tables of characters: what a first run doesn't ask. */
  readonly options?: boolean
  /** The print queues of the office's machine: one is chosen rather than typed. */
  readonly queues?: readonly string[]
  /** The page is not on the office's machine, whose queues, programs and folders are set there alone. */
  readonly elsewhere?: boolean
  readonly onChange: (draft: PrinterDraft) => void
}) {
  const of = fieldsOf(draft, (part) => onChange({ ...draft, ...part }), wrong)
  return (
    <div className={stack.between}>
      <Choice
        label={words.kind}
        hidden={hiddenLabel}
        value={draft.kind}
        options={kinds.map((value) => ({ value, title: words.kinds[value] }))}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      <p className={style.small}>{words.helps[draft.kind]}</p>
      {elsewhere && isOfHost(draft.kind) && (
        <p role="status" className={style.small}>
          {words.elsewhere}
        </p>
      )}
      {draft.kind === 'cups' && queues.length > 0 && (
        <Acts role="group" aria-label={words.queues}>
          <span className={lettering.label}>{words.queues}</span>
          {queues.map((queue) => (
            <Button
              key={queue}
              size="dense"
              onPress={() =>
                onChange({ ...draft, address: queue, name: wordsIn(draft.name) === '' ? queue : draft.name })
              }
            >
              {queue}
            </Button>
          ))}
        </Acts>
      )}
      {draft.kind !== 'screen' && (
        <div className={style.pair}>
          <Field label={words.addresses[draft.kind]} {...of('address')} spellCheck="false" />
          <Field label={words.name} {...of('name')} />
        </div>
      )}
      {draft.kind !== 'screen' && (
        <Choice
          label={words.paper}
          value={draft.paper}
          options={papersOf(draft.kind).map((value) => ({ value, title: words.papers[value] }))}
          onChange={(paper) => onChange({ ...draft, paper })}
        />
      )}
      {draft.kind !== 'screen' && draft.paper === 'label58' && (
        <Field
          label={words.labelHeight}
          detail={words.labelHelp}
          {...of('labelHeight')}
          inputMode="numeric"
        />
      )}
      {options && takesBytes(draft) && <ByteOptions draft={draft} wrong={wrong} onChange={onChange} />}
    </div>
  )
}

/** What a receipt printer has besides: its cutter, a cash drawer, its tables of characters. */
const ByteOptions = ({
  draft,
  wrong,
  onChange,
}: {
  readonly draft: PrinterDraft
  readonly wrong: PrinterWrong
  readonly onChange: (draft: PrinterDraft) => void
}) => (
  <>
    <Choice
      label={words.cutter}
      value={draft.cutter}
      options={(['partial', 'full', 'none'] as const).map((value) => ({
        value,
        title: words.cutters[value],
      }))}
      onChange={(cutter) => onChange({ ...draft, cutter })}
    />
    <Choice
      label={words.drawer}
      value={draft.drawer}
      options={(['none', 'pin2', 'pin5'] as const).map((value) => ({ value, title: words.drawers[value] }))}
      onChange={(drawer) => onChange({ ...draft, drawer })}
    />
    <p className={lettering.label}>{words.codepages}</p>
    <Choices
      label={words.codepages}
      values={draft.codepages}
      options={codepages.map((value) => ({ value, title: value }))}
      onChange={(chosen) => onChange({ ...draft, codepages: chosen })}
    />
    <p className={style.small} role={wrong.codepages ? 'alert' : undefined}>
      {wrong.codepages ?? words.codepagesHelp}
    </p>
  </>
)

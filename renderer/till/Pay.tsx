import { useEffect, useRef, type ReactNode } from 'react'
import type { TillMeans } from '../../shared/contract/till/books.ts'
import { longestName } from '../../shared/contract/longestName.ts'
import { euros } from '../../shared/messages/format/numbers.ts'
import { tillWords } from '../../shared/messages/till/till.fr.ts'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { Form } from '../ui/Form.tsx'
import { classes } from '../ui/classes.ts'
import { Field } from '../ui/Field.tsx'
import { Fields } from '../ui/Fields.tsx'
import lettering from '../ui/Lettering.module.css'
import stack from '../ui/Stack.module.css'
import type { TillView } from './acts.ts'
import { typeFigure } from './figures.ts'
import { PaymentLines } from './PaymentLines.tsx'
import { changeOf, dueOf, nothingPaid, payerDetail, taxesOf, type Payment } from './payment.ts'
import style from './Pay.module.css'

const words = tillPage.pay

/** What is due, large; how it is paid; what is given and given back. Enter collects. */
export function Pay({
  view,
  payment,
  busy,
  refused,
  meansAsked,
  proposed,
  onChange,
  onMeans,
  onSend,
}: {
  readonly view: TillView
  readonly payment: Payment
  readonly busy: boolean
  /** What lacks, or why the host refused. */
  readonly refused: string | null
  readonly meansAsked: number
  /** What the person being received came for. */
  readonly proposed: ReactNode
  readonly onChange: (payment: Payment) => void
  readonly onMeans: (means: TillMeans) => void
  readonly onSend: () => void
}) {
  const { lines, means, corrects } = payment
  const due = dueOf(view, payment)
  const wrong = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (refused !== null) wrong.current?.scrollIntoView({ block: 'nearest' })
  }, [refused])
  return (
    // A list of choices does not send its form by Enter: Enter collects from there too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <Form
      className={classes(stack.apart, style.pay)}
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return
        event.preventDefault()
        onSend()
      }}
      onSend={onSend}
    >
      {corrects !== null && (
        <Card tone="attention">
          <p>{words.instead(corrects.number, corrects.reason)}</p>
          <Button size="dense" onPress={() => onChange(nothingPaid)}>
            {words.giveUp}
          </Button>
        </Card>
      )}
      <h2 className={style.title}>{words.title}</h2>
      {lines.length === 0 ? (
        <>
          <p className={lettering.small}>{words.empty}</p>
          {proposed}
        </>
      ) : (
        <PaymentLines view={view} payment={payment} isDisabled={busy} onChange={onChange} />
      )}
      <p className={style.due}>
        <span>{words.due}</span>
        <output className={style.amount}>{euros(due)}</output>
      </p>
      {lines.length > 0 && due === 0 && <p className={style.note}>{words.nothingDue}</p>}
      {lines.length > 0 && (
        <>
          {due > 0 && <MeansChoice means={means} allowed={view.means} isDisabled={busy} onMeans={onMeans} />}
          {due > 0 && means === 'cash' && <CashNotes view={view} payment={payment} due={due} />}
          {due > 0 && means !== null && (
            <Fields least={240}>
              <MeansField key={`${means} ${meansAsked}`} payment={payment} busy={busy} onChange={onChange} />
            </Fields>
          )}
          {due > 0 && means === 'cash' && <Change view={view} payment={payment} />}
          {/* Whoever pays is named apart: with a ticket or without one. */}
          <div data-payer>
            <Field
              label={words.payerKey}
              detail={payerDetail(view, payment)}
              value={payment.payer}
              isDisabled={busy}
              onChange={(payer) => onChange({ ...payment, payer })}
              maxLength={longestName}
              autoComplete="off"
              spellCheck="false"
            />
          </div>
          {due > 0 && (means === 'cash' || means === 'cheque') && (
            <p className={style.note}>{words.quittance}</p>
          )}
          {(due === 0 || (means !== null && means !== 'cash' && means !== 'cheque')) && (
            <Checkbox
              isSelected={payment.receipt}
              isDisabled={busy}
              onChange={(receipt) => onChange({ ...payment, receipt })}
            >
              {words.receipt}
            </Checkbox>
          )}
        </>
      )}
      {/* Always there, so that a screen reader hears what comes into it. */}
      <p ref={wrong} role="alert" className={style.wrong}>
        {refused}
      </p>
      <p role="status" className={style.note}>
        {busy ? words.sending : ''}
      </p>
      <button type="submit" className={style.submit} tabIndex={-1} aria-hidden="true" />
    </Form>
  )
}

const MeansChoice = ({
  means,
  allowed,
  isDisabled,
  onMeans,
}: {
  readonly means: TillMeans | null
  readonly allowed: readonly TillMeans[]
  readonly isDisabled: boolean
  readonly onMeans: (means: TillMeans) => void
}) => (
  <Acts role="group" aria-label={words.means}>
    {allowed.map((each, at) => (
      <Button
        key={each}
        keyCap={String(at + 1)}
        selected={each === means}
        isDisabled={isDisabled}
        onPress={() => onMeans(each)}
      >
        {tillWords.means[each]}
      </Button>
    ))}
  </Acts>
)

/** What may not be paid in cash, said before anyone counts it out. */
function CashNotes({
  view,
  payment,
  due,
}: {
  readonly view: TillView
  readonly payment: Payment
  readonly due: number
}) {
  const { payment: ceiling, tax, room } = view.cash
  const warning =
    ceiling !== null && due > ceiling.cents
      ? words.cashTooMuch(ceiling.cents, sourceOf(ceiling))
      : taxesOf(view, payment) > tax.cents
        ? words.cashTooMuch(tax.cents, sourceOf(tax))
        : room !== null && due > room
          ? words.tillFull(room)
          : null
  return warning === null ? null : <p className={lettering.warning}>{warning}</p>
}

const sourceOf = ({ source, toConfirm }: TillView['cash']['tax']): string =>
  toConfirm ? `${source}, ${tillPage.toConfirm}` : source

/** The field that goes with the means; it has the keyboard as soon as the means is chosen. */
const MeansField = ({
  payment,
  busy,
  onChange,
}: {
  readonly payment: Payment
  readonly busy: boolean
  readonly onChange: (payment: Payment) => void
}) =>
  payment.means === 'cash' ? (
    <Field
      label={words.given}
      detail={words.givenHelp}
      startsFocused
      value={payment.given}
      isDisabled={busy}
      inputMode="decimal"
      autoComplete="off"
      maxLength={12}
      onKeyDown={(event) => typeFigure(event, (given) => onChange({ ...payment, given }))}
      onChange={(given) => onChange({ ...payment, given })}
    />
  ) : (
    <Field
      label={payment.means === 'cheque' ? words.reference.cheque : words.reference.other}
      detail={words.referenceHelp}
      startsFocused
      value={payment.reference}
      isDisabled={busy}
      autoComplete="off"
      spellCheck="false"
      maxLength={60}
      onKeyDown={(event) => typeFigure(event, (reference) => onChange({ ...payment, reference }))}
      onChange={(reference) => onChange({ ...payment, reference })}
    />
  )

/** What is to be given back, as large as what is due. */
function Change({ view, payment }: { readonly view: TillView; readonly payment: Payment }) {
  const change = changeOf(view, payment)
  const lacks = change !== null && change < 0
  const label = lacks ? words.lacks : change === 0 ? words.exact : words.change
  if (change === null) return null
  return (
    <p className={classes(style.due, style.change, lacks && style.lacks)} role="status">
      <span>{label}</span>
      {change !== 0 && <output className={style.amount}>{euros(Math.abs(change))}</output>}
    </p>
  )
}

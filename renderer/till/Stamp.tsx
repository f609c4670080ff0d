import { useRef, useState } from 'react'
import { wordsIn } from '../../shared/contract/letters.ts'
import { longestName } from '../../shared/contract/longestName.ts'
import { euros } from '../../shared/messages/format/numbers.ts'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { ActForm, firstMissing } from '../ui/ActForm.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import type { Done, TillActs, TillView } from './acts.ts'
import { typeFigure } from './figures.ts'
import { payerDetail, stampDigits, stampWritten } from './payment.ts'
import style from './Till.module.css'

const words = tillPage.stamp

/** An electronic stamp, scanned or typed: sixteen digits, recorded once. */
export function Stamp({
  view,
  product,
  acts,
  onDone,
  onCancel,
}: {
  readonly view: TillView
  /** Chosen by its letter already; null: it is asked, unless there is only one. */
  readonly product: string | null
  readonly acts: TillActs
  readonly onDone: (done: Done) => void
  readonly onCancel: () => void
}) {
  const stamps = view.products.filter(({ by, tariff }) => by === 'stamp' && tariff !== null)
  const [chosen, setChosen] = useState(
    product ?? (stamps.length === 1 ? (stamps[0]?.productId ?? null) : null),
  )
  const [typed, setTyped] = useState('')
  const [payer, setPayer] = useState('')
  const [receipt, setReceipt] = useState(false)
  const digits = stampDigits(typed)
  const type = (text: string) => setTyped(stampWritten(stampDigits(text).slice(0, 20)))
  /** For whom the last one was sent. */
  const sentFor = useRef(view.received)
  const of = stamps.find(({ productId }) => productId === chosen)
  return (
    <ActForm
      title={words.title}
      act={words.act}
      missing={firstMissing(
        [of === undefined, stamps.length === 0 ? words.none : words.wrong.product],
        [digits.length !== 16, words.wrong.number(digits.length)],
      )}
      onSend={() => {
        sentFor.current = view.received
        return acts.stamp({
          productId: of!.productId,
          stamp: digits,
          ...(wordsIn(payer) === '' ? {} : { payer: wordsIn(payer) }),
          receipt,
        })
      }}
      said={({ number }) => words.done(number)}
      onDone={({ number, document }) =>
        onDone({
          is: 'stamped',
          number,
          products: [of!.productId],
          received: sentFor.current,
          corrects: null,
          paper: document,
        })
      }
      onCancel={onCancel}
    >
      <p>{words.help}</p>
      <Choice
        label={words.product}
        value={chosen}
        options={stamps.map(({ productId, title, tariff }) => ({
          value: String(productId),
          title: `${title}, ${euros(tariff?.cents ?? 0)}`,
        }))}
        onChange={setChosen}
      />
      <div className={style.stamp}>
        <Field
          label={words.number}
          detail={words.numberHelp(digits.length)}
          startsFocused
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          maxLength={30}
          onKeyDown={(event) => typeFigure(event, type)}
          onChange={type}
        />
      </div>
      <Field
        label={tillPage.pay.payer}
        detail={payerDetail(view, { payer, corrects: null })}
        value={payer}
        onChange={setPayer}
        maxLength={longestName}
        autoComplete="off"
        spellCheck="false"
      />
      <Checkbox isSelected={receipt} onChange={setReceipt}>
        {tillPage.pay.receipt}
      </Checkbox>
    </ActForm>
  )
}

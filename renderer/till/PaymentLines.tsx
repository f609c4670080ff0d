import { Minus, Plus } from 'lucide-react'
import { euros } from '../../shared/messages/format/numbers.ts'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import lettering from '../ui/Lettering.module.css'
import { Select } from '../ui/Select.tsx'
import { Button } from '../ui/Button.tsx'
import { Prose } from '../ui/Prose.tsx'
import type { TillView } from './acts.ts'
import { FigureField } from './FigureField.tsx'
import {
  centsOf,
  exemptionsFor,
  quantityOf,
  withLine,
  withOneLess,
  type Payment,
  type PaymentLine,
} from './payment.ts'
import style from './Pay.module.css'

const words = tillPage.pay

/** What is paid for: each product with its quantity, what it comes to, and who is exempt by which text. */
export const PaymentLines = ({
  view,
  payment,
  isDisabled,
  onChange,
}: {
  readonly view: TillView
  readonly payment: Payment
  readonly isDisabled: boolean
  readonly onChange: (payment: Payment) => void
}) => (
  <ul role="list" aria-label={words.title} className={style.lines}>
    {payment.lines.map((line, at) => (
      <li key={`${line.productId} ${at}`}>
        <OneLine
          view={view}
          line={line}
          isDisabled={isDisabled}
          onChange={(next) => onChange(withLine(payment, at, next))}
          onLess={() => onChange(withOneLess(payment, at))}
        />
      </li>
    ))}
  </ul>
)

const none = ''

function OneLine({
  view,
  line,
  isDisabled,
  onChange,
  onLess,
}: {
  readonly view: TillView
  readonly line: PaymentLine
  readonly isDisabled: boolean
  readonly onChange: (line: PaymentLine) => void
  readonly onLess: () => void
}) {
  const product = view.products.find(({ productId }) => productId === line.productId)
  const title = product?.title ?? line.productId
  const unit = product?.tariff?.cents ?? 0
  const quantity = quantityOf(line)
  const exemptions = exemptionsFor(view, line.productId)
  const exemption = exemptions.find(({ exemptionId }) => exemptionId === line.exemptionId)
  const type = (text: string) => onChange({ ...line, quantity: text.slice(0, 3) })
  return (
    <div className={style.line}>
      <span className={style.what}>
        <span className={style.name}>{title}</span>
        <small className={lettering.under}>
          {words.unit(unit)}
          {product?.tariff && <Prose>{` · ${product.tariff.source}`}</Prose>}
        </small>
      </span>
      <span className={style.quantity} data-quantity>
        <Button size="dense" aria-label={words.less(title)} isDisabled={isDisabled} onPress={onLess}>
          <Minus aria-hidden size={16} />
        </Button>
        <FigureField
          said={words.quantityOf(title)}
          className={style.figure}
          value={line.quantity}
          isDisabled={isDisabled}
          isWrong={quantity === undefined}
          onType={type}
        />
        <Button
          size="dense"
          aria-label={words.more(title)}
          isDisabled={isDisabled}
          onPress={() => onChange({ ...line, quantity: String(Math.min((quantity ?? 0) + 1, 999)) })}
        >
          <Plus aria-hidden size={16} />
        </Button>
      </span>
      <span className={style.cents}>{exemption ? words.exempt : euros(centsOf(view, line))}</span>
      {exemptions.length > 0 && (
        <span className={style.exemption} data-exemption>
          <Select
            label={words.exemption(title)}
            hidden
            value={line.exemptionId ?? none}
            options={[
              { value: none, title: words.noExemption },
              ...exemptions.map((each) => ({ value: String(each.exemptionId), title: each.title })),
            ]}
            onChange={(value) => {
              const chosen = exemptions.find(({ exemptionId }) => exemptionId === value)
              if (!isDisabled) onChange({ ...line, exemptionId: chosen?.exemptionId ?? null })
            }}
          />
          {exemption && (
            <small className={lettering.under}>
              <Prose>{exemption.source}</Prose>
            </small>
          )}
        </span>
      )}
    </div>
  )
}

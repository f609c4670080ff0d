import { useState } from 'react'
import type { Product } from '../../../shared/contract/till/deed.ts'
import { deed as words } from '../../../shared/messages/till/deed.fr.ts'
import { Choice } from '../../ui/Choice.tsx'
import { useView } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { OpenedForm } from '../../ui/Form.tsx'
import { dayOrNone } from '../../ui/dates.ts'
import { Field, fieldsOf } from '../../ui/Field.tsx'
import { Fields } from '../../ui/Fields.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Select } from '../../ui/Select.tsx'
import {
  productDraftOf,
  productFrom,
  tariffBlank,
  type ProductDraft,
  type ProductWrong,
  type TariffDraft,
} from './deedDraft.ts'
import style from './TillSettings.module.css'

/** One product: its article in the deed, its text, and each tariff with its days and its own text. */
export function ProductForm({
  product,
  taken,
  onKeep,
  onCancel,
}: {
  readonly product: Product | null
  readonly taken: ReadonlySet<string>
  readonly onKeep: (product: Product) => void
  readonly onCancel: () => void
}) {
  const [draft, setDraft] = useState(() => productDraftOf(product))
  const [wrong, setWrong] = useState<ProductWrong>({ each: [] })
  const law = useView('law.procedures', {})
  const procedures = [...new Map((law?.procedures ?? []).map((each) => [each.procedureId, each.title.fr]))]
  const set = (part: Partial<ProductDraft>) => setDraft({ ...draft, ...part })
  const of = fieldsOf(draft, set, wrong)
  const setTariff = (at: number, part: Partial<TariffDraft>) =>
    set({ tariffs: draft.tariffs.map((each, place) => (place === at ? { ...each, ...part } : each)) })
  return (
    <OpenedForm
      act={words.keep}
      cancel={words.cancel}
      more={
        <Button
          isDisabled={draft.tariffs.length === 40}
          onPress={() => set({ tariffs: [...draft.tariffs, tariffBlank] })}
        >
          {words.tariffAdd}
        </Button>
      }
      onCancel={onCancel}
      className={style.box}
      aria-label={product === null ? words.productAdd : words.editFor(product.title)}
      onSend={() => {
        const made = productFrom(draft, product?.productId ?? null, taken)
        setWrong('wrong' in made ? made.wrong : { each: [] })
        if ('product' in made) onKeep(made.product)
      }}
    >
      <Fields least={240} className={style.fields}>
        <Field label={words.productTitle} startsFocused maxLength={200} {...of('title')} />
        <Field label={words.article} maxLength={200} {...of('article')} />
        <Field label={words.source} maxLength={500} {...of('source')} />
      </Fields>
      <Select<string>
        label={words.procedure}
        value={draft.procedureId ?? ''}
        options={[
          { value: '', title: words.noProcedure },
          ...procedures.map(([value, title]) => ({ value: String(value), title })),
        ]}
        onChange={(chosen) => {
          const { procedureId: _, ...rest } = draft
          const found = procedures.find(([value]) => value === chosen)
          setDraft(found ? { ...rest, procedureId: found[0] } : rest)
        }}
      />
      <Choice
        label={words.by}
        value={draft.by}
        options={(['till', 'stamp'] as const).map((value) => ({ value, title: words.byWords[value] }))}
        onChange={(by) => set({ by })}
      />
      <Checkbox isSelected={draft.tax} onChange={(tax) => set({ tax })}>
        {words.tax}
      </Checkbox>
      <Checkbox isSelected={draft.toConfirm} onChange={(toConfirm) => set({ toConfirm })}>
        {words.toConfirm}
      </Checkbox>
      {draft.tariffs.map((tariff, at) => (
        // A tariff has no name but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={at} className={style.tariff}>
          <legend className={style.legend}>{words.tariff(at + 1)}</legend>
          <Fields least={240} className={style.fields}>
            <Field
              label={words.cents}
              inputMode="decimal"
              value={tariff.cents}
              error={wrong.each[at]?.cents}
              onChange={(cents) => setTariff(at, { cents })}
            />
            <DateField
              label={words.from}
              value={dayOrNone(tariff.from)}
              error={wrong.each[at]?.from}
              onChange={(from) => setTariff(at, { from: from ?? '' })}
            />
            <DateField
              label={words.to}
              detail={words.toHelp}
              value={dayOrNone(tariff.to)}
              error={wrong.each[at]?.to}
              onChange={(to) => setTariff(at, { to: to ?? '' })}
            />
            <Field
              label={words.tariffSource}
              maxLength={500}
              value={tariff.source}
              error={wrong.each[at]?.source}
              onChange={(source) => setTariff(at, { source })}
            />
          </Fields>
          {draft.tariffs.length > 1 && (
            <Button
              kind="quiet"
              size="dense"
              aria-label={words.tariffRemove(at + 1)}
              onPress={() => set({ tariffs: draft.tariffs.filter((_, place) => place !== at) })}
            >
              {words.remove}
            </Button>
          )}
        </fieldset>
      ))}
      {wrong.tariffs !== undefined && <p className={lettering.wrong}>{wrong.tariffs}</p>}
    </OpenedForm>
  )
}

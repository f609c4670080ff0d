import { useState } from 'react'
import type { Exemption, Product } from '../../../shared/contract/till/deed.ts'
import type { ProductId } from '../../../shared/contract/till/books.ts'
import { deed as words } from '../../../shared/messages/till/deed.fr.ts'
import { Choice, Choices } from '../../ui/Choice.tsx'
import { Field, fieldsOf } from '../../ui/Field.tsx'
import { Fields } from '../../ui/Fields.tsx'
import { OpenedForm } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { DeedLines } from './DeedLines.tsx'
import { exemptionBlank, exemptionFrom, type ExemptionDraft, type ExemptionWrong } from './deedDraft.ts'
import style from './TillSettings.module.css'

/** Who does not pay, by which text, for which products. */
export function Exemptions({
  exemptions,
  products,
  onChange,
}: {
  readonly exemptions: readonly Exemption[]
  readonly products: readonly Product[]
  readonly onChange: (exemptions: readonly Exemption[]) => void
}) {
  const titled = new Map(products.map(({ productId, title }) => [productId, title]))
  return (
    <DeedLines
      title={words.exemptions}
      none={words.exemptionNone}
      add={words.exemptionAdd}
      lines={exemptions}
      idOf={({ exemptionId }) => exemptionId}
      about={(exemption) => [
        exemption.source,
        exemption.products?.map((id) => titled.get(id) ?? id).join(', ') ?? words.exemptionAll,
      ]}
      form={(exemption, acts) => (
        <ExemptionForm
          key={exemption?.exemptionId ?? 'new'}
          exemption={exemption}
          products={products}
          {...acts}
        />
      )}
      onChange={onChange}
    />
  )
}

function ExemptionForm({
  exemption,
  products,
  taken,
  onKeep,
  onCancel,
}: {
  readonly exemption: Exemption | null
  readonly products: readonly Product[]
  readonly taken: ReadonlySet<string>
  readonly onKeep: (exemption: Exemption) => void
  readonly onCancel: () => void
}) {
  const [draft, setDraft] = useState<ExemptionDraft>(exemption ?? exemptionBlank)
  const [wrong, setWrong] = useState<ExemptionWrong>({})
  const set = (part: Partial<ExemptionDraft>) => setDraft({ ...draft, ...part })
  const of = fieldsOf(draft, set, wrong)
  return (
    <OpenedForm
      act={words.keep}
      cancel={words.cancel}
      onCancel={onCancel}
      className={style.box}
      aria-label={exemption === null ? words.exemptionAdd : words.editFor(exemption.title)}
      onSend={() => {
        const made = exemptionFrom(draft, exemption?.exemptionId ?? null, taken)
        setWrong('wrong' in made ? made.wrong : {})
        if ('exemption' in made) onKeep(made.exemption)
      }}
    >
      <Fields least={240} className={style.fields}>
        <Field label={words.exemptionTitle} startsFocused maxLength={200} {...of('title')} />
        <Field label={words.exemptionSource} maxLength={500} {...of('source')} />
      </Fields>
      <Choice
        label={words.exemptionFor}
        value={draft.products === null ? 'all' : 'some'}
        onChange={(which) => set({ products: which === 'all' ? null : [] })}
        options={[
          { value: 'all', title: words.exemptionAll },
          { value: 'some', title: words.exemptionSome },
        ]}
      />
      {draft.products !== null && (
        <Choices<ProductId>
          label={words.exemptionFor}
          values={draft.products}
          onChange={(chosen) => set({ products: chosen })}
          options={products.map(({ productId, title }) => ({ value: productId, title }))}
        />
      )}
      {wrong.products !== undefined && <p className={lettering.wrong}>{wrong.products}</p>}
    </OpenedForm>
  )
}

import { useId } from 'react'
import type { AgentId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import type { Deed } from '../../../shared/contract/till/deed.ts'
import { tillMeans, type TillMeans } from '../../../shared/contract/till/books.ts'
import { deed as words } from '../../../shared/messages/till/deed.fr.ts'
import { tillWords } from '../../../shared/messages/till/till.fr.ts'
import { Choices } from '../../ui/Choice.tsx'
import { nameOf } from '../../people/agentName.ts'
import { Checkbox } from '../../ui/Check.tsx'
import { Group } from '../../ui/Column.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Form } from '../../ui/Form.tsx'
import { dayOrNone } from '../../ui/dates.ts'
import { Field, fieldsOf } from '../../ui/Field.tsx'
import { AgentSelect } from '../documents/Delegations.tsx'
import { SaveBar, useEdited } from '../../ui/SaveBar.tsx'
import { deedDraftOf, deedFrom, type CeilingDraft, type DeedDraft, type DeedWrong } from './deedDraft.ts'
import { Exemptions } from './Exemptions.tsx'
import { Products } from './Products.tsx'
import { Fields } from '../../ui/Fields.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Prose } from '../../ui/Prose.tsx'
import style from './TillSettings.module.css'

/** The deed whole: who, what, by which means, up to how much. It is kept in one act, and the one before stays in the journal. */
export function DeedForm({
  deed,
  agents,
  onSet,
}: {
  readonly deed: Deed | null
  readonly agents: Output<'settings.view'>['agents']
  readonly onSet: (deed: Deed) => Promise<boolean>
}) {
  const form = useId()
  const { shown, wrong, set, save, bar } = useEdited<DeedDraft, DeedWrong>(deedDraftOf(deed))
  const of = fieldsOf(shown, set, wrong)
  const text = (name: 'accountantName' | 'act' | 'city' | 'name' | 'street', detail?: string) => (
    <Field label={words[name]} {...of(name)} maxLength={200} {...(detail === undefined ? {} : { detail })} />
  )
  return (
    <>
      <Form
        id={form}
        aria-label={words.title}
        onSend={() => save(deedFrom(shown), (made) => onSet(made.deed))}
      >
        <Group title={words.title}>
          <p className={style.help}>
            <Prose>{words.help}</Prose>
          </p>
          <Fields least={240} className={style.fields}>
            {text('name', words.nameHelp)}
            {text('act', words.actHelp)}
            <DateField
              label={words.actOn}
              value={dayOrNone(shown.actOn)}
              error={wrong.actOn}
              onChange={(actOn) => set({ actOn: actOn ?? '' })}
            />
          </Fields>
        </Group>
        <Group title={words.people}>
          <Fields least={240} className={style.fields}>
            <AgentSelect
              label={words.regisseur}
              agents={agents}
              value={shown.regisseur}
              wrong={wrong.regisseur}
              onChange={(regisseur) => set({ regisseur })}
            />
          </Fields>
          <p className={style.legend}>{words.mandataires}</p>
          <Choices<AgentId>
            label={words.mandataires}
            values={shown.mandataires}
            onChange={(mandataires) => set({ mandataires })}
            options={agents
              .filter(({ agentId }) => agentId !== shown.regisseur)
              .map(({ agentId }) => ({ value: agentId, title: nameOf(agents, agentId) }))}
          />
        </Group>
        <Group title={words.accountant}>
          <Fields least={240} className={style.fields}>
            {text('accountantName')}
            {text('street')}
            <Field label={words.postalCode} {...of('postalCode')} inputMode="numeric" maxLength={5} />
            {text('city')}
          </Fields>
        </Group>
        <Group title={words.means}>
          <Choices<TillMeans>
            label={words.means}
            values={shown.means}
            onChange={(means) => set({ means: tillMeans.filter((each) => means.includes(each)) })}
            options={tillMeans.map((value) => ({ value, title: tillWords.means[value] }))}
          />
          {wrong.means !== undefined && <p className={lettering.wrong}>{wrong.means}</p>}
        </Group>
        <Group title={words.limits}>
          <Fields least={240} className={style.fields}>
            <Field label={words.float} {...of('float')} inputMode="decimal" />
            <Field
              label={words.remitEveryDays}
              detail={words.remitHelp}
              {...of('remitEveryDays')}
              inputMode="numeric"
            />
          </Fields>
          <Ceiling
            label={words.held}
            help={words.heldHelp}
            draft={shown.held}
            wrong={{ cents: wrong.held, source: wrong.heldSource }}
            onChange={(held) => set({ held })}
          />
          <Ceiling
            label={words.payment}
            help={words.paymentHelp}
            draft={shown.payment}
            wrong={{ cents: wrong.payment, source: wrong.paymentSource }}
            onChange={(payment) => set({ payment })}
          />
        </Group>
      </Form>
      <Products products={shown.products} wrong={wrong.products} onChange={(products) => set({ products })} />
      <Exemptions
        exemptions={shown.exemptions}
        products={shown.products}
        onChange={(exemptions) => set({ exemptions })}
      />
      <SaveBar form={form} {...bar} />
    </>
  )
}

/** An amount with the text that sets it; without an amount there is none. */
const Ceiling = ({
  label,
  help,
  draft,
  wrong,
  onChange,
}: {
  readonly label: string
  readonly help: string
  readonly draft: CeilingDraft
  readonly wrong: { readonly cents: string | undefined; readonly source: string | undefined }
  readonly onChange: (draft: CeilingDraft) => void
}) => (
  <Fields least={240} className={style.ceiling}>
    <Field
      label={label}
      detail={help}
      value={draft.cents}
      error={wrong.cents}
      inputMode="decimal"
      onChange={(cents) => onChange({ ...draft, cents })}
    />
    {wordsIn(draft.cents) !== '' && (
      <>
        <Field
          label={words.ceilingSource(label)}
          value={draft.source}
          error={wrong.source}
          maxLength={500}
          onChange={(source) => onChange({ ...draft, source })}
        />
        <Checkbox isSelected={draft.toConfirm} onChange={(toConfirm) => onChange({ ...draft, toConfirm })}>
          {words.ceilingToConfirm(label)}
        </Checkbox>
      </>
    )}
  </Fields>
)

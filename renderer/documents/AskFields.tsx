import { isOtherJudge } from '../../shared/domain/law/courts.ts'
import type { RefusalGrounds } from '../../shared/contract/documents/grounds.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { fileWords } from '../../shared/messages/files/files.fr.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { Checkbox } from '../ui/Check.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import form from '../ui/Form.module.css'
import { Field } from '../ui/Field.tsx'
import { GroundFields } from './GroundFields.tsx'
import type { AskKind, Typed } from './typedAsk.ts'

const words = papers.issue.fields

type FieldsProps = {
  readonly typed: Typed
  readonly onType: (part: Partial<Typed>) => void
}

/** Longest text in the contract, in characters. */
const longest = 4000

type Lines = 'doubt' | 'facts' | 'law' | 'breach' | 'formalities' | 'consequence' | 'what' | 'effect'
const helps: Readonly<Partial<Record<Lines, string>>> = {
  doubt: words.doubtHelp,
  facts: words.factsHelp,
  law: words.lawHelp,
  formalities: words.formalitiesHelp,
  consequence: words.consequenceHelp,
}

/** Several lines, the whole width of the form. */
const Told = ({
  name,
  label = words[name],
  typed,
  onType,
  first = false,
}: FieldsProps & { readonly name: Lines; readonly label?: string; readonly first?: boolean }) => (
  <div className={form.wide}>
    <Field
      label={label}
      {...(helps[name] === undefined ? {} : { detail: helps[name] })}
      value={typed[name]}
      onChange={(text) => onType({ [name]: text })}
      lines={name === 'facts' || name === 'law' ? 4 : 2}
      maxLength={longest}
      startsFocused={first}
    />
  </div>
)

/** Before whom a refusal is contested, where the rules of the procedure don't say it. */
export const WhereToContest = ({ typed, onType }: FieldsProps) => (
  <>
    {(['court', 'authority'] as const).map((name) => (
      <Field
        key={name}
        label={words[name]}
        {...(name === 'court' ? { detail: words.courtHelp } : {})}
        value={typed[name]}
        onChange={(text) => onType({ [name]: text })}
        maxLength={200}
        autoComplete="off"
      />
    ))}
    {wordsIn(typed.court) !== '' && (
      <>
        <Choice
          label={words.prior}
          value={typed.prior}
          options={(['no', 'yes'] as const).map((value) => ({ value, title: words.priors[value] }))}
          onChange={(prior) => onType({ prior })}
        />
        {/* A text sets that of the administrative courts alone (CJA R421-1): of the others, it is said that none does. */}
        {isOtherJudge(typed.court) && (
          <Checkbox
            isSelected={typed.delay === 'none'}
            onChange={(none) => onType({ delay: none ? 'none' : 'twoMonths' })}
          >
            {words.noDelay}
          </Checkbox>
        )}
      </>
    )}
  </>
)

const permits = ['declaration', 'house', 'demolition', 'other'] as const
const sejours = ['recepisse', 'depositAttestation', 'extensionAttestation'] as const

/** What only a person can say of this kind of document; nothing where the office knows it all. */
export function AskFields({
  kind,
  forms,
  grounds,
  ofNobody,
  typed,
  onType,
}: FieldsProps & {
  readonly kind: AskKind
  /** Nobody is received. */
  readonly ofNobody: boolean
  readonly forms: readonly Typed['form'][]
  readonly grounds: RefusalGrounds | null
}) {
  const each = { typed, onType }
  switch (kind) {
    case 'accuse':
      return (
        <>
          {forms.length > 1 && (
            <Choice
              label={words.form}
              value={typed.form}
              options={forms.map((value) => ({ value, title: fileWords.forms[value] }))}
              onChange={(value) => onType({ form: value })}
            />
          )}
          <DateField
            label={words.dueForPieces}
            detail={words.dueForPiecesHelp}
            value={typed.dueOn}
            onChange={(dueOn) => onType({ dueOn })}
            startsFocused
          />
        </>
      )
    case 'original':
      return <Told name="doubt" first {...each} />
    case 'transmission':
      return (
        <Field
          label={words.address}
          value={typed.address}
          onChange={(address) => onType({ address })}
          maxLength={200}
          startsFocused
        />
      )
    case 'motifs':
      return (
        <>
          <DateField
            label={words.askedOn}
            value={typed.askedOn}
            onChange={(askedOn) => onType({ askedOn })}
            startsFocused
          />
          {grounds && <GroundFields grounds={grounds} {...each} />}
          <Told name="facts" {...each} />
          {!grounds?.closed && <Told name="law" {...each} />}
          <WhereToContest {...each} />
        </>
      )
    case 'regularisation':
      return (
        <>
          <Told name="breach" first {...each} />
          <Told name="law" {...each} />
          <Told name="formalities" {...each} />
          <DateField label={words.dueOn} value={typed.dueOn} onChange={(dueOn) => onType({ dueOn })} />
          <Told name="consequence" {...each} />
        </>
      )
    case 'urbanisme':
      return (
        <>
          <Field
            label={words.registration}
            detail={words.registrationHelp}
            value={typed.registration}
            onChange={(registration) => onType({ registration })}
            maxLength={200}
            autoComplete="off"
            startsFocused
          />
          <Choice
            label={words.permit}
            value={typed.permit}
            options={permits.map((value) => ({ value, title: words.permits[value] }))}
            onChange={(permit) => onType({ permit })}
          />
        </>
      )
    case 'sejour':
      return (
        <>
          <Choice
            label={words.paper}
            value={typed.paper}
            options={sejours.map((value) => ({ value, title: words.papers[value] }))}
            onChange={(paper) => onType({ paper })}
          />
          <DateField label={words.until} value={typed.until} onChange={(until) => onType({ until })} />
        </>
      )
    case 'incident':
      return (
        <>
          <Told name="what" first {...each} />
          {(['since', 'ended'] as const).map((name) => (
            <Field
              key={name}
              label={words[name]}
              detail={words.hourHelp}
              value={typed[name]}
              onChange={(text) => onType({ [name]: text })}
              maxLength={8}
              autoComplete="off"
            />
          ))}
          <Told name="effect" label={ofNobody ? words.effectForAll : words.effect} {...each} />
        </>
      )
    case 'recensement':
      return (
        <>
          {(['birthPlace', 'domicile', 'residence'] as const).map((name) => (
            <Field
              key={name}
              label={words[name]}
              value={typed[name]}
              onChange={(text) => onType({ [name]: text })}
              maxLength={200}
              autoComplete="off"
              startsFocused={name === 'birthPlace'}
            />
          ))}
        </>
      )
    // It has a form of its own (`refusal/RefusalForm.tsx`).
    case 'refus':
    case 'recepisse':
    case 'attestation':
    case 'pieces':
    case 'acceptation':
    case 'trace':
    case 'originaux':
      return null
    default:
      return kind satisfies never
  }
}

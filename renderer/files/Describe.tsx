import type { LocalDate, ProcedureId, ServiceId } from '../../shared/contract/ids.ts'
import type { Input } from '../../shared/contract/index.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { DateField } from '../ui/DateField.tsx'
import { Fields } from '../ui/Fields.tsx'
import lettering from '../ui/Lettering.module.css'
import { Select } from '../ui/Select.tsx'
import { Field, fieldsOf } from '../ui/Field.tsx'
import type { RequestView } from './request.ts'
import style from '../ui/Form.module.css'

const words = fileActs.fields

/** What names a request, as it is typed. Nothing of it must be, but the service. */
export type Described = {
  readonly procedureId: ProcedureId | null
  readonly serviceId: ServiceId | null
  readonly label: string
  readonly familyName: string
  readonly firstName: string
  readonly birthDate: LocalDate | null
  readonly contact: string
  readonly issuer: string
  readonly number: string
  readonly answers: Readonly<Record<string, string>>
}

export const nothingDescribed: Described = {
  procedureId: null,
  serviceId: null,
  label: '',
  familyName: '',
  firstName: '',
  birthDate: null,
  contact: '',
  issuer: '',
  number: '',
  answers: {},
}

/** Why it can't be recorded as it is typed; null when it can. */
export function describedWrong(typed: Described): string | null {
  const named = wordsIn(typed.familyName) !== ''
  const more = wordsIn(typed.firstName) !== '' || typed.birthDate !== null || wordsIn(typed.contact) !== ''
  if (typed.serviceId === null) return words.serviceMissing
  if (!named && more) return words.nameMissing
  return (wordsIn(typed.issuer) === '') === (wordsIn(typed.number) === '') ? null : words.ministryHalf
}

/** What was typed as the contract has it: what was left empty is not given. */
export function described(
  typed: Described,
): Pick<Input<'file.open'>, 'answers' | 'label' | 'ministry' | 'person'> {
  const [label, familyName, firstName, contact, issuer, number] = [
    typed.label,
    typed.familyName,
    typed.firstName,
    typed.contact,
    typed.issuer,
    typed.number,
  ].map((text) => wordsIn(text))
  return {
    ...(label ? { label } : {}),
    ...(Object.keys(typed.answers).length > 0 ? { answers: { ...typed.answers } } : {}),
    ...(familyName
      ? {
          person: {
            familyName,
            firstName: firstName || null,
            birthDate: typed.birthDate,
            ...(contact ? { contact } : {}),
          },
        }
      : {}),
    ...(issuer && number ? { ministry: { issuer, number } } : {}),
  }
}

const unnamed = ''

/** Procedure, service, words; then the person and another software's receipt, which may come later. */
export function DescribedFields({
  typed,
  view,
  onChange,
}: {
  readonly typed: Described
  readonly view: Pick<RequestView, 'services' | 'procedures'>
  readonly onChange: (typed: Described) => void
}) {
  const set = (part: Partial<Described>) => onChange({ ...typed, ...part })
  const of = fieldsOf(typed, set)
  return (
    <>
      <Fields>
        <Select
          label={words.procedure}
          value={typed.procedureId ?? unnamed}
          options={[
            { value: unnamed, title: words.toName },
            ...view.procedures.map(({ procedureId, title }) => ({
              value: String(procedureId),
              title: title.fr,
            })),
          ]}
          onChange={(value) => {
            const procedure = view.procedures.find(({ procedureId }) => procedureId === value)
            set({
              procedureId: procedure?.procedureId ?? null,
              answers: {},
              serviceId: procedure?.serviceId ?? typed.serviceId,
            })
          }}
        />
        <Select
          label={words.service}
          value={typed.serviceId ?? unnamed}
          options={[
            ...(typed.serviceId === null ? [{ value: unnamed, title: words.chooseService }] : []),
            ...view.services.map(({ serviceId, name }) => ({ value: String(serviceId), title: name.fr })),
          ]}
          onChange={(value) =>
            set({ serviceId: view.services.find(({ serviceId }) => serviceId === value)?.serviceId ?? null })
          }
        />
        <div className={style.wide}>
          <Field label={words.label0} {...of('label')} maxLength={200} />
        </div>
      </Fields>
      <fieldset className={style.group}>
        <legend className={lettering.legend}>{words.person}</legend>
        <Fields>
          <Field
            label={words.familyName}
            {...of('familyName')}
            maxLength={100}
            autoComplete="off"
            spellCheck="false"
          />
          <Field
            label={words.firstName}
            {...of('firstName')}
            maxLength={100}
            autoComplete="off"
            spellCheck="false"
          />
          <DateField label={words.birthDate} {...of('birthDate')} />
          <Field label={words.contact} {...of('contact')} maxLength={200} autoComplete="off" />
        </Fields>
      </fieldset>
      <fieldset className={style.group}>
        <legend className={lettering.legend}>{words.ministry}</legend>
        <Fields>
          <Field label={words.issuer} {...of('issuer')} maxLength={100} autoComplete="off" />
          <Field
            label={words.number}
            {...of('number')}
            maxLength={60}
            autoComplete="off"
            spellCheck="false"
          />
        </Fields>
      </fieldset>
    </>
  )
}

/** The service that a request goes to before anyone says so: the only one there is. */
export const soleService = ({ services }: Pick<RequestView, 'services'>): ServiceId | null =>
  services.length === 1 ? (services[0]?.serviceId ?? null) : null

import { wordsIn } from '../../../shared/contract/letters.ts'
import { Access, localGroundIds } from '../../../shared/contract/queue/rules.ts'
import type { Printer } from '../../../shared/contract/printing/printers.ts'
import { queueSettings as words } from '../../../shared/messages/queue/settings.fr.ts'
import { Choices } from '../../ui/Choice.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Select } from '../../ui/Select.tsx'
import style from './QueueForm.module.css'
import {
  paceNumbers,
  ruleNumbers,
  serviceField,
  serviceNumbers,
  type QueueDraft,
  type QueueWrong,
} from './queueDraft.ts'

/** The fields of the queue's rule: calls and absences, local rules, voice, then each service's line. */
export function QueueForm({
  draft,
  wrong,
  printers,
  onChange,
}: {
  readonly draft: QueueDraft
  readonly wrong: QueueWrong
  /** Where the morning sheet can be printed; none: that is not asked here. */
  readonly printers?: readonly Printer[]
  readonly onChange: (draft: QueueDraft) => void
}) {
  return (
    <div className={style.groups}>
      <Group title={words.queueRules.title}>
        <div className={style.fields}>
          {ruleNumbers.map((name) => (
            <Field
              key={name}
              label={words.queueRules.fields[name]}
              value={draft.numbers[name]}
              error={wrong[name]}
              inputMode="numeric"
              {...(name === 'overtakesPerPerson' ? { detail: words.queueRules.overtakesHelp } : {})}
              onChange={(value) => onChange({ ...draft, numbers: { ...draft.numbers, [name]: value } })}
            />
          ))}
        </div>
        <div className={style.ticks}>
          <Checkbox isSelected={draft.checkCode} onChange={(checkCode) => onChange({ ...draft, checkCode })}>
            {words.queueRules.checkCode}
          </Checkbox>
          <Checkbox isSelected={draft.voice} onChange={(voice) => onChange({ ...draft, voice })}>
            {words.queueRules.voice}
          </Checkbox>
          <Checkbox
            isSelected={draft.voiceInTheirs}
            isDisabled={!draft.voice}
            onChange={(voiceInTheirs) => onChange({ ...draft, voiceInTheirs })}
          >
            {words.queueRules.voiceInTheirs}
          </Checkbox>
        </div>
        <div className={style.two}>
          <Field
            label={words.queueRules.silent}
            value={draft.silent}
            error={wrong['silent']}
            detail={words.queueRules.silentHelp}
            onChange={(silent) => onChange({ ...draft, silent })}
          />
          {printers && <SheetPrinter draft={draft} printers={printers} onChange={onChange} />}
        </div>
      </Group>
      <Group title={words.queueRules.kiosks}>
        <p className={style.help}>{words.queueRules.kiosksHelp}</p>
        <div className={style.two}>
          {paceNumbers.map((name) => (
            <Field
              key={name}
              label={words.queueRules.kioskPace[name]}
              value={draft.kioskPace[name]}
              error={wrong[name]}
              inputMode="numeric"
              onChange={(value) => onChange({ ...draft, kioskPace: { ...draft.kioskPace, [name]: value } })}
            />
          ))}
        </div>
      </Group>
      <Group title={words.queueRules.hall}>
        <Checkbox
          isSelected={draft.hallTickets}
          onChange={(hallTickets) => onChange({ ...draft, hallTickets })}
        >
          {words.queueRules.hallTickets}
        </Checkbox>
        <p className={style.help}>{words.queueRules.hallHelp}</p>
      </Group>
      <Group title={words.queueRules.local}>
        <p className={style.help}>{words.queueRules.localHelp}</p>
        <Choices
          label={words.queueRules.local}
          values={draft.localGrounds}
          onChange={(localGrounds) => onChange({ ...draft, localGrounds })}
          options={localGroundIds.map((value) => ({ value, title: words.queueRules.localGrounds[value] }))}
        />
      </Group>
      <Group title={words.services.title}>
        <p className={style.help}>{words.services.help}</p>
        {draft.services.map((service) => (
          <ServiceFields
            key={service.serviceId}
            service={service}
            wrong={wrong}
            onChange={(next) =>
              onChange({
                ...draft,
                services: draft.services.map((each) => (each.serviceId === next.serviceId ? next : each)),
              })
            }
          />
        ))}
      </Group>
    </div>
  )
}

function SheetPrinter({
  draft,
  printers,
  onChange,
}: {
  readonly draft: QueueDraft
  readonly printers: readonly Printer[]
  readonly onChange: (draft: QueueDraft) => void
}) {
  return (
    <Select
      label={words.queueRules.sheet}
      value={draft.sheetPrinterId ?? ''}
      options={[
        { value: '', title: words.queueRules.sheetNone },
        ...printers.map(({ printerId, name }) => ({ value: printerId, title: name })),
      ]}
      onChange={(value) => onChange({ ...draft, sheetPrinterId: value === '' ? null : value })}
    />
  )
}

type ServiceDraft = QueueDraft['services'][number]

/** One service's line: what it aims at, what it weighs, whom it receives. */
function ServiceFields({
  service,
  wrong,
  onChange,
}: {
  readonly service: ServiceDraft
  readonly wrong: QueueWrong
  readonly onChange: (service: ServiceDraft) => void
}) {
  const details: Readonly<Partial<Record<string, string>>> = words.services.details
  const access = wrong[serviceField(service.serviceId, 'access')]
  return (
    <fieldset className={style.service}>
      <legend className={style.legend}>{service.name}</legend>
      <div className={style.fields}>
        {serviceNumbers.map((name) => (
          <Field
            key={name}
            label={words.services.fields[name]}
            value={service.numbers[name]}
            error={wrong[serviceField(service.serviceId, name)]}
            inputMode="numeric"
            detail={details[name]}
            onChange={(value) => onChange({ ...service, numbers: { ...service.numbers, [name]: value } })}
          />
        ))}
        {wordsIn(service.numbers.quota) !== '' && (
          <Field
            label={words.services.quotaText}
            value={service.quotaText}
            detail={words.services.quotaTextHelp}
            maxLength={200}
            onChange={(quotaText) => onChange({ ...service, quotaText })}
          />
        )}
      </div>
      <div className={style.access}>
        <Choices
          label={words.services.field(words.services.access, service.name)}
          values={service.access}
          onChange={(chosen) => onChange({ ...service, access: chosen })}
          options={Access.options.map((value) => ({ value, title: words.services.accessWords[value] }))}
        />
        {access !== undefined && <p className={lettering.wrong}>{access}</p>}
      </div>
    </fieldset>
  )
}

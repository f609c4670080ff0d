import { useState } from 'react'
import type { FileShown } from '../../shared/contract/files/shown.ts'
import type { FileId, LocalDate } from '../../shared/contract/ids.ts'
import type { Input } from '../../shared/contract/index.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { fileWords } from '../../shared/messages/files/files.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import type { ActProps, FilesActs } from './acts.ts'
import {
  described,
  DescribedFields,
  describedWrong,
  nothingDescribed,
  soleService,
  type Described,
} from './Describe.tsx'
import { dateMissing, ActForm, firstMissing } from '../ui/ActForm.tsx'
import { PieceTicks } from './PieceTicks.tsx'
import { idsIn, ruledChoices } from './pieces.ts'
import { Questions } from './Questions.tsx'
import { useTyped } from './request.ts'
import { Fields } from '../ui/Fields.tsx'
import style from '../ui/Form.module.css'
import lettering from '../ui/Lettering.module.css'

const words = fileActs.fields
const channels = ['post', 'email', 'depositBox', 'counter'] as const
type Channel = Input<'file.open'>['channel']

type Props = {
  readonly today: LocalDate
  readonly acts: FilesActs
  readonly onDone: (fileId: FileId) => void
  readonly onCancel: () => void
}

/** A request that came by post, e-mail or the box: the two dates first, all the rest may wait. */
export function RecordRequest({ today, acts, onDone, onCancel }: Props) {
  const [channel, setChannel] = useState<Channel>('post')
  const [sentOn, setSentOn] = useState<LocalDate | null>(null)
  const [receivedOn, setReceivedOn] = useState<LocalDate | null>(today)
  const [elsewhere, setElsewhere] = useState(false)
  const [firstOn, setFirstOn] = useState<LocalDate | null>(null)
  const [typed, setTyped] = useState(nothingDescribed)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const view = useTyped({
    ...typed,
    receivedOn,
    pieces: idsIn(ticked).map((pieceId) => ({ pieceId, state: 'presented' })),
  })
  if (!view) return null
  const serviceId = typed.serviceId ?? soleService(view)
  const whole = { ...typed, serviceId }
  const choices = ruledChoices(view.assessment)
  const pieces = choices.flatMap(({ key, name }) =>
    ticked.has(key) ? [{ ...name, state: 'presented' as const }] : [],
  )
  return (
    <ActForm
      title={fileActs.record.title}
      act={fileActs.record.act}
      missing={firstMissing(
        [receivedOn === null || (elsewhere && firstOn === null), dateMissing],
        [describedWrong(whole) !== null, describedWrong(whole) ?? ''],
      )}
      onSend={() =>
        acts.open({
          ...described(whole),
          channel,
          procedureId: whole.procedureId,
          serviceId: serviceId ?? view.services[0]!.serviceId,
          receivedOn: receivedOn ?? today,
          ...(sentOn === null ? {} : { sentOn }),
          ...(elsewhere && firstOn !== null ? { firstReceivedOn: firstOn } : {}),
          pieces,
        })
      }
      said={({ reference }) => fileActs.record.recorded(reference)}
      onDone={({ fileId }) => onDone(fileId)}
      onCancel={onCancel}
    >
      <p className={lettering.small}>{fileActs.record.help}</p>
      <Choice
        label={words.channel}
        value={channel}
        options={channels.map((value) => ({ value, title: fileWords.channels[value] }))}
        onChange={setChannel}
      />
      <Fields>
        <DateField
          label={channel === 'post' ? words.postmark : words.sentOn}
          value={sentOn}
          onChange={setSentOn}
          startsFocused
        />
        <DateField label={words.receivedOn} value={receivedOn} onChange={setReceivedOn} />
        <div className={style.wide}>
          <Checkbox isSelected={elsewhere} onChange={setElsewhere}>
            {words.elsewhere}
          </Checkbox>
        </div>
        {elsewhere && <DateField label={words.firstReceivedOn} value={firstOn} onChange={setFirstOn} />}
      </Fields>
      <DescribedFields
        typed={whole}
        view={view}
        onChange={(next) => {
          if (next.procedureId !== typed.procedureId) setTicked(new Set())
          setTyped(next)
        }}
      />
      {view.assessment && (
        <Questions
          assessment={view.assessment}
          answers={typed.answers}
          onChange={(answers) => setTyped({ ...typed, answers })}
        />
      )}
      {choices.length > 0 ? (
        <PieceTicks label={words.piecesHelp} pieces={choices} ticked={ticked} onTicked={setTicked} />
      ) : (
        <p className={lettering.small}>{words.chooseProcedure}</p>
      )}
    </ActForm>
  )
}

/** A title that came for a request which was never recorded here. */
export function RecordTitle({ today, acts, onDone, onCancel }: Props) {
  const [arrivedOn, setArrivedOn] = useState<LocalDate | null>(today)
  const [slot, setSlot] = useState('')
  const [number, setNumber] = useState('')
  const [typed, setTyped] = useState(nothingDescribed)
  const view = useTyped({ ...typed, receivedOn: arrivedOn })
  if (!view) return null
  const serviceId = typed.serviceId ?? soleService(view)
  const whole = { ...typed, serviceId }
  return (
    <ActForm
      title={fileActs.record.titleArrived}
      act={fileActs.record.act}
      missing={firstMissing(
        [arrivedOn === null, dateMissing],
        [describedWrong(whole) !== null, describedWrong(whole) ?? ''],
      )}
      onSend={() =>
        acts.titleArrived({
          request: {
            ...described(whole),
            procedureId: whole.procedureId,
            serviceId: serviceId ?? view.services[0]!.serviceId,
          },
          arrivedOn: arrivedOn ?? today,
          slot: wordsIn(slot) || null,
          ...(wordsIn(number) === '' ? {} : { number: wordsIn(number) }),
        })
      }
      said={({ reference }) => fileActs.record.recorded(reference)}
      onDone={({ fileId }) => onDone(fileId)}
      onCancel={onCancel}
    >
      <Fields>
        <Field label={words.slot} value={slot} onChange={setSlot} maxLength={20} startsFocused />
        <DateField label={words.arrivedOn} value={arrivedOn} onChange={setArrivedOn} />
        <Field
          label={words.titleNumber}
          value={number}
          onChange={setNumber}
          maxLength={30}
          autoComplete="off"
        />
      </Fields>
      <DescribedFields typed={whole} view={view} onChange={setTyped} />
    </ActForm>
  )
}

/** Completes a file that was recorded in haste; a field left empty changes nothing. */
export function DescribeFile({ file, acts, onDone, onCancel }: ActProps) {
  const [typed, setTyped] = useState<Described>({ ...nothingDescribed, ...namedOn(file) })
  const view = useTyped({ ...typed, receivedOn: file.receivedOn })
  if (!view) return null
  return (
    <ActForm
      title={fileActs.record.describe}
      act={fileActs.record.act}
      missing={describedWrong(typed)}
      onSend={() => acts.describe({ ...changesOf(file, typed), fileId: file.fileId })}
      said={({ reference }) => fileActs.done(fileActs.acts.describe, reference)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <DescribedFields typed={typed} view={view} onChange={setTyped} />
      {typed.procedureId !== file.procedureId && view.assessment && (
        <Questions
          assessment={view.assessment}
          answers={typed.answers}
          onChange={(answers) => setTyped({ ...typed, answers })}
        />
      )}
    </ActForm>
  )
}

const namedOn = ({ procedureId, serviceId, label }: FileShown) => ({
  procedureId,
  serviceId,
  label: label ?? '',
})

/** Only what was changed: what the law attaches to a file is not worked out again for a corrected name. */
function changesOf(file: FileShown, typed: typeof nothingDescribed): Omit<Input<'file.describe'>, 'fileId'> {
  const { label: _, ...rest } = described(typed)
  const label = wordsIn(typed.label) || null
  return {
    ...rest,
    ...(typed.procedureId === file.procedureId ? {} : { procedureId: typed.procedureId }),
    ...(typed.serviceId === null || typed.serviceId === file.serviceId ? {} : { serviceId: typed.serviceId }),
    ...(label === file.label ? {} : { label }),
  }
}

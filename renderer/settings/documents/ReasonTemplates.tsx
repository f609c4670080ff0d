import { useState } from 'react'
import type { ReasonTemplate } from '../../../shared/contract/documents/paperSettings.ts'
import type { LocalDate, ProcedureId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { isValidated } from '../../../shared/domain/documents/templates.ts'
import { papersSettings } from '../../../shared/messages/documents/settings.fr.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { Fields } from '../../ui/Fields.tsx'
import { OpenedForm } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import { Select } from '../../ui/Select.tsx'
import style from './Papers.module.css'

const words = papersSettings.reasons

type Grounds = Output<'paper.view'>['grounds']
type Titled = readonly { readonly value: ProcedureId; readonly title: string }[]

/** Reasons that the office writes once for its refusals, each with who wrote it, who validated it and when. */
export function ReasonTemplates({
  reasons,
  grounds,
  procedures,
  onChange,
}: {
  readonly reasons: readonly ReasonTemplate[]
  readonly grounds: Grounds
  readonly procedures: Titled
  readonly onChange: (reasons: readonly ReasonTemplate[]) => void
}) {
  const [editing, setEditing] = useState<ReasonTemplate | 'new' | null>(null)
  const keep = (template: ReasonTemplate) => {
    const others = reasons.filter(({ templateId }) => templateId !== template.templateId)
    setEditing(null)
    onChange([...others, template])
  }
  return (
    <Group title={words.title} className={style.section}>
      <p className={style.help}>{words.help}</p>
      {reasons.length === 0 && <p className={style.help}>{words.none}</p>}
      <Rows label={words.title}>
        {reasons.map((each) => (
          <Row key={each.templateId} wraps>
            <About least={160}>
              <span className={lettering.strong}>{each.title}</span>
              <br />
              <span className={style.help}>
                {[
                  procedures.find(({ value }) => value === each.procedureId)?.title ?? each.procedureId,
                  grounds.find((ground) => isOf(ground, each))?.title ?? words.anyGround,
                  words.written(each.author, each.writtenOn),
                  isValidated(each) && each.validator !== null && each.validatedOn !== null
                    ? words.validated(each.validator, each.validatedOn)
                    : words.waits,
                ].join(' · ')}
              </span>
            </About>
            <Button
              kind="quiet"
              size="dense"
              aria-label={words.change(each.title)}
              onPress={() => setEditing(each)}
            >
              {words.edit}
            </Button>
            <Button
              kind="quiet"
              size="dense"
              aria-label={words.removeFor(each.title)}
              onPress={() => onChange(reasons.filter((other) => other !== each))}
            >
              {words.remove}
            </Button>
          </Row>
        ))}
      </Rows>
      {editing === null ? (
        <Acts room="around">
          <Button onPress={() => setEditing('new')}>{words.add}</Button>
        </Acts>
      ) : (
        <TemplateForm
          key={editing === 'new' ? 'new' : editing.templateId}
          template={editing === 'new' ? null : editing}
          taken={new Set(reasons.map(({ templateId }) => templateId))}
          grounds={grounds}
          procedures={procedures.filter(({ value }) =>
            grounds.some((ground) => ground.procedureId === value),
          )}
          onKeep={keep}
          onCancel={() => setEditing(null)}
        />
      )}
    </Group>
  )
}

const isOf = (ground: Grounds[number], { procedureId, groundId }: ReasonTemplate): boolean =>
  ground.procedureId === procedureId && ground.groundId === groundId

/** The first « modele-n » that no other has. */
const freeId = (taken: ReadonlySet<string>): string => {
  let count = 1
  while (taken.has(`modele-${count}`)) count++
  return `modele-${count}`
}

function TemplateForm({
  template,
  taken,
  grounds,
  procedures,
  onKeep,
  onCancel,
}: {
  readonly template: ReasonTemplate | null
  readonly taken: ReadonlySet<string>
  readonly grounds: Grounds
  readonly procedures: Titled
  readonly onKeep: (template: ReasonTemplate) => void
  readonly onCancel: () => void
}) {
  const [procedureId, setProcedureId] = useState<ProcedureId | null>(template?.procedureId ?? null)
  const [groundId, setGroundId] = useState(template?.groundId ?? '')
  const [title, setTitle] = useState(template?.title ?? '')
  const [facts, setFacts] = useState(template?.facts ?? '')
  const [author, setAuthor] = useState(template?.author ?? '')
  const [writtenOn, setWrittenOn] = useState<LocalDate | null>(template?.writtenOn ?? null)
  const [validator, setValidator] = useState(template?.validator ?? '')
  const [validatedOn, setValidatedOn] = useState<LocalDate | null>(template?.validatedOn ?? null)
  const [wrong, setWrong] = useState<string | null>(null)
  const keep = () => {
    const lacks = [title, facts, author].some((text) => wordsIn(text) === '')
    if (procedureId === null || writtenOn === null || lacks) return setWrong(words.lacks)
    if ((wordsIn(validator) === '') !== (validatedOn === null)) return setWrong(words.half)
    onKeep({
      templateId: template?.templateId ?? freeId(taken),
      procedureId,
      groundId: groundId === '' ? null : groundId,
      title: wordsIn(title),
      facts: wordsIn(facts),
      author: wordsIn(author),
      writtenOn,
      validator: wordsIn(validator) || null,
      validatedOn,
    })
  }
  return (
    <OpenedForm
      act={words.keep}
      cancel={papersSettings.cancel}
      onCancel={onCancel}
      aria-label={words.add}
      onSend={keep}
    >
      <Fields>
        <Select<string>
          label={words.procedure}
          value={procedureId ?? ''}
          options={[
            { value: '', title: '—' },
            ...procedures.map(({ value, title: said }) => ({ value: String(value), title: said })),
          ]}
          onChange={(chosen) => {
            setProcedureId(procedures.find(({ value }) => value === chosen)?.value ?? null)
            setGroundId('')
          }}
        />
        <Select<string>
          label={words.ground}
          value={groundId}
          options={[
            { value: '', title: words.anyGround },
            ...grounds
              .filter((ground) => ground.procedureId === procedureId)
              .map((ground) => ({ value: ground.groundId, title: ground.title })),
          ]}
          onChange={setGroundId}
        />
      </Fields>
      <Field label={words.name} value={title} onChange={setTitle} maxLength={200} />
      <Field label={words.facts} value={facts} onChange={setFacts} lines={4} maxLength={4000} />
      <Fields>
        <Field label={words.author} value={author} onChange={setAuthor} maxLength={200} />
        <DateField label={words.writtenOn} value={writtenOn} onChange={setWrittenOn} />
        <Field label={words.validator} value={validator} onChange={setValidator} maxLength={200} />
        <DateField label={words.validatedOn} value={validatedOn} onChange={setValidatedOn} />
      </Fields>
      {wrong !== null && (
        <p role="alert" className={lettering.wrong}>
          {wrong}
        </p>
      )}
    </OpenedForm>
  )
}

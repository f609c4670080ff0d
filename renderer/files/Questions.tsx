import type { Assessment } from '../../shared/contract/law/assessment.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { Acts } from '../ui/Acts.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Button } from '../ui/Button.tsx'
import { TextsSaid } from './PieceTicks.tsx'
import style from '../ui/Form.module.css'
import lettering from '../ui/Lettering.module.css'

/** What the rules ask, one question at a time, none of which must be answered; what was answered can be taken back. */
export function Questions({
  assessment: { question, answered },
  answers,
  onChange,
}: {
  readonly assessment: Pick<Assessment, 'question' | 'answered'>
  readonly answers: Readonly<Record<string, string>>
  readonly onChange: (answers: Readonly<Record<string, string>>) => void
}) {
  const given = answered.filter(({ questionId }) => answers[questionId] !== undefined)
  const forget = (questionId: string) =>
    onChange(Object.fromEntries(Object.entries(answers).filter(([id]) => id !== questionId)))
  if (question === null && given.length === 0) return null
  return (
    <div className={style.group}>
      {given.map(({ questionId, title, answer }) => (
        <Acts key={questionId}>
          <span>
            {title} {answer}
          </span>
          <Button
            kind="quiet"
            size="dense"
            aria-label={fileActs.question.changeFor(title)}
            onPress={() => forget(questionId)}
          >
            {fileActs.question.change}
          </Button>
        </Acts>
      ))}
      {question !== null && (
        <div key={question.questionId}>
          {question.kind === 'date' ? (
            <DateField
              label={question.title}
              value={null}
              onChange={(day) => {
                if (day !== null) onChange({ ...answers, [question.questionId]: day })
              }}
            />
          ) : (
            <Choice
              label={question.title}
              value={null}
              options={question.options}
              onChange={(value) => onChange({ ...answers, [question.questionId]: value })}
            />
          )}
          <p className={lettering.small}>
            {question.why} <TextsSaid sources={question.sources} toConfirm={question.toConfirm} />
          </p>
        </div>
      )}
    </div>
  )
}

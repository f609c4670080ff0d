import { useState } from 'react'
import type { FileId } from '../../shared/contract/ids.ts'
import type { Question } from '../../shared/contract/law/assessment.ts'
import { Group } from '../ui/Column.tsx'
import type { FilesActs } from './acts.ts'
import { Questions } from './Questions.tsx'
import lettering from '../ui/Lettering.module.css'

/** A question of the rules about a file, and what hangs on it; its answer goes on the file at once. */
export function FileQuestion({
  title,
  fileId,
  question,
  acts,
}: {
  readonly title: string
  readonly fileId: FileId
  readonly question: Question
  readonly acts: Pick<FilesActs, 'describe'>
}) {
  const [wrong, setWrong] = useState<string | null>(null)
  return (
    <Group title={title}>
      <Questions
        assessment={{ question, answered: [] }}
        answers={{}}
        onChange={(answers) =>
          void acts
            .describe({ fileId, answers: { ...answers } })
            .then((result) => setWrong('error' in result ? result.error.message : null))
        }
      />
      <p role="alert" className={lettering.wrong}>
        {wrong}
      </p>
    </Group>
  )
}

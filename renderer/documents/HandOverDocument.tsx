import { useState } from 'react'
import type { z } from 'zod'
import type { HandedMeans } from '../../shared/contract/documents/kinds.ts'
import { capacities, type Capacity } from '../../shared/contract/law/assessment.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { ActForm } from '../ui/ActForm.tsx'
import { Fields } from '../ui/Fields.tsx'
import lettering from '../ui/Lettering.module.css'
import { Prose } from '../ui/Prose.tsx'
import { Select } from '../ui/Select.tsx'
import { Checkbox } from '../ui/Check.tsx'
import type { ActFormProps } from './acts.ts'

const words = papers.handOver
const ways = ['counter', 'post', 'registeredPost', 'email'] as const

/** Handed over, by which means and to whom, or refused: what makes a decision opposable (CRPA L221-8). */
export function HandOverDocument({ line, acts, onDone, onCancel }: ActFormProps) {
  const [means, setMeans] = useState<z.infer<typeof HandedMeans>>('counter')
  const [to, setTo] = useState<Capacity>('self')
  const [refused, setRefused] = useState(false)
  const { documentId, number } = line
  return (
    <ActForm
      title={words.title}
      act={words.act}
      missing={null}
      onSend={() => acts.handOver({ documentId, means, to, refused })}
      said={() => (refused ? papers.handedRefused(number) : papers.handedOver(number))}
      onDone={() => onDone(null)}
      onCancel={onCancel}
    >
      <p className={lettering.small}>
        <Prose>{words.help}</Prose>
      </p>
      <Choice
        label={words.means}
        value={means}
        options={ways.map((value) => ({ value, title: fileActs.means[value] }))}
        onChange={setMeans}
      />
      <Fields>
        <Select
          label={words.to}
          value={to}
          options={capacities.map((value) => ({ value, title: counterWords.capacities[value] }))}
          onChange={setTo}
        />
      </Fields>
      <Checkbox isSelected={refused} onChange={setRefused}>
        {words.refused}
      </Checkbox>
    </ActForm>
  )
}

import { TriangleAlert } from 'lucide-react'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { spaced } from '../../../shared/messages/format/spaces.ts'
import { Group } from '../../ui/Column.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Status } from '../../ui/Status.tsx'
import { History } from './History.tsx'
import style from './Beside.module.css'
import { Validation } from './Validation.tsx'
import type { VersionLine, Whole } from './versions.ts'

const words = law.rules

/** Beside the rules: instructions with the texts that they contradict, other versions, who answers for this one. */
export const Beside = ({
  whole,
  line,
  before,
  onBefore,
}: {
  readonly whole: Whole
  readonly line: VersionLine
  /** The version compared with this one, in the place of the rules. */
  readonly before: string | null
  readonly onBefore: (version: string | null) => void
}) => (
  <>
    <Group title={words.consignes}>
      {whole.consignes.length === 0 && <p className={lettering.small}>{words.noConsigne}</p>}
      {whole.consignes.map((consigne) => (
        <Instruction key={consigne.consigneId} consigne={consigne} articles={whole.articles} />
      ))}
    </Group>
    <Group title={words.validate}>
      <Validation key={line.hash} line={line} />
    </Group>
    <Group title={words.versions}>
      <History whole={whole} before={before} onBefore={onBefore} />
    </Group>
  </>
)

/** An instruction and, side by side, each text that says otherwise: both are shown, and the text prevails. */
function Instruction({
  consigne: { issuer, from, until, text, against },
  articles,
}: {
  readonly consigne: Whole['consignes'][number]
  readonly articles: Whole['articles']
}) {
  return (
    <div className={style.instruction}>
      {against.length > 0 && (
        <Status tone="attention" icon={<TriangleAlert aria-hidden size={18} />}>
          {words.contradicts}
        </Status>
      )}
      <div className={style.facing}>
        <div>
          <p className={lettering.label}>{words.consigne}</p>
          <p>{spaced(text)}</p>
          <p className={lettering.small}>
            {issuer}, {words.dates(from, until)}
          </p>
        </div>
        {against.length > 0 && (
          <div>
            <p className={lettering.label}>{words.text}</p>
            {against.map(({ sourceId, title }) => {
              const article = articles.find((one) => one.sourceId === sourceId)
              return (
                <div key={sourceId}>
                  <p>{article?.extract == null ? article?.summary : spaced(`« ${article.extract} »`)}</p>
                  <p className={lettering.small}>{title}</p>
                </div>
              )
            })}
          </div>
        )}
      </div>
      {against.length > 0 && <p className={lettering.small}>{words.contradictsHelp}</p>}
    </div>
  )
}

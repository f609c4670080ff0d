import { CircleAlert, CircleCheck } from 'lucide-react'
import { useId, useState } from 'react'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { spaced } from '../../../shared/messages/format/spaces.ts'
import { classes } from '../../ui/classes.ts'
import lettering from '../../ui/Lettering.module.css'
import { Prose } from '../../ui/Prose.tsx'
import { Status } from '../../ui/Status.tsx'
import { ArticleText } from './ArticleText.tsx'
import paper from './Article.module.css'
import page from './Law.module.css'
import style from './Rule.module.css'
import { placeOf, type Whole } from './versions.ts'

const words = law.rules
type Sentence = Whole['sections'][number]['sentences'][number]

/** All the rules in sentences, part by part; the texts on demand, all of them on paper. */
export const Rules = ({ sections, articles }: Pick<Whole, 'sections' | 'articles'>) => (
  <>
    {sections.map(({ title, sentences }) => (
      <section key={title} aria-labelledby={placeOf(title)} className={style.section}>
        <h3 id={placeOf(title)} tabIndex={-1} className={page.sectionTitle}>
          {title}
        </h3>
        <ul role="list">
          {sentences.map((sentence) => (
            <Rule key={sentence.ruleId} sentence={sentence} articles={articles} />
          ))}
        </ul>
      </section>
    ))}
    <section className={paper.onPaper}>
      <h3 className={page.sectionTitle}>{words.articles}</h3>
      {articles.map((article) => (
        <ArticleText key={article.sourceId} article={article} />
      ))}
    </section>
  </>
)

/** One rule and its texts; the one that is asked for opens under it. */
function Rule({
  sentence: { text, sources, toConfirm },
  articles,
}: {
  readonly sentence: Sentence
  readonly articles: Whole['articles']
}) {
  const [open, setOpen] = useState<string | null>(null)
  const id = useId()
  const article = articles.find(({ sourceId }) => sourceId === open)
  return (
    <li className={style.rule}>
      <div className={style.ruleRow}>
        <p className={style.ruleText}>{spaced(text)}</p>
        <span className={style.ruleState}>
          {toConfirm ? (
            <Status tone="attention" icon={<CircleAlert aria-hidden size={16} />}>
              {words.toConfirm}
            </Status>
          ) : (
            <Status tone="done" icon={<CircleCheck aria-hidden size={16} />}>
              {words.verified}
            </Status>
          )}
        </span>
      </div>
      <p className={style.cited}>
        {sources.length === 0 && words.noSource}
        {sources.map((source) => (
          <span key={source.title}>
            <button
              type="button"
              aria-expanded={open === source.sourceId}
              aria-controls={id}
              aria-label={words.open(source.title)}
              className={classes(style.source, open === source.sourceId && style.sourceOpen)}
              onClick={() => setOpen(open === source.sourceId ? null : source.sourceId)}
            >
              <Prose>{source.title}</Prose>
            </button>
            {source.toConfirm && (
              <span className={lettering.attention}> {words.toConfirm.toLowerCase()}</span>
            )}
          </span>
        ))}
      </p>
      <div id={id}>{article && <ArticleText article={article} />}</div>
    </li>
  )
}

import { law, typeset } from '../../../shared/messages/law/law.fr.ts'
import { spaced } from '../../../shared/messages/format/spaces.ts'
import lettering from '../../ui/Lettering.module.css'
import { Prose } from '../../ui/Prose.tsx'
import { Status } from '../../ui/Status.tsx'
import style from './Article.module.css'
import page from './Law.module.css'
import type { Whole } from './versions.ts'

const words = law.rules

/** An article with its number, its id, its dates and its own words where they were read; ours are said to be ours. */
export const ArticleText = ({
  article: { label, legi, validFrom, validTo, extract, summary, readIn, url, verified },
}: {
  readonly article: Whole['articles'][number]
}) => (
  <article className={style.article} aria-label={label}>
    <p className={style.articleHead}>
      <span className={lettering.strong}>
        <Prose>{label}</Prose>
      </span>
      {!verified && <Status tone="attention">{words.toConfirm}</Status>}
      <code className={page.code}>{legi ?? words.noId}</code>
    </p>
    {extract === null ? (
      <p className={style.articleText}>
        <span className={lettering.small}>{words.notRead}</span> <Prose>{summary}</Prose>
      </p>
    ) : (
      <>
        <blockquote className={style.articleText}>
          <Prose>{spaced(`« ${extract} »`)}</Prose>
        </blockquote>
        <p className={lettering.small}>
          {words.summary} <Prose>{summary}</Prose>
        </p>
      </>
    )}
    <p className={lettering.small}>
      {words.inForceSince(validFrom, validTo)} · {words.readIn(typeset(readIn))}
    </p>
    {url !== null && (
      <p className={lettering.small}>
        <a href={url} target="_blank" rel="noreferrer" className={page.link}>
          {url}
        </a>
      </p>
    )}
  </article>
)

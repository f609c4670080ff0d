import { useState } from 'react'
import { law, typeset } from '../../shared/messages/law/law.fr.ts'
import { spaced } from '../../shared/messages/format/spaces.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { copyText } from '../ui/clipboard.ts'
import lettering from '../ui/Lettering.module.css'
import { Status } from '../ui/Status.tsx'
import type { Shown } from './found.ts'
import style from './LawSearch.module.css'

const words = law.search

/** From when it holds: of a fiche, only the day of its last change is known. */
const datesOf = ({ kind, date, until }: Shown): string => {
  if (date === null) return ''
  if (kind === 'fiche') return words.changed(date)
  return [words.since(date), ...(until === null ? [] : [words.until(until)])].join(' ')
}

/** A text whole, under where it comes from. */
export function LawText({ text }: { readonly text: Shown }) {
  const [message, setMessage] = useState('')
  const { kind, id, title, url, toConfirm, mention, lines } = text
  const copy = async () => {
    if (url !== null) setMessage((await copyText(url)) ? words.copied : words.copyFailed)
  }
  return (
    <article className={style.text}>
      <h3 className={lettering.heading}>{title}</h3>
      <p className={style.origin}>
        <Status tone="quiet">{words.kinds[kind]}</Status>
        <span>{datesOf(text)}</span>
        {kind === 'article' && <code className={style.code}>{id}</code>}
        {toConfirm && <Status tone="attention">{words.toConfirm}</Status>}
      </p>
      {kind === 'fiche' && <p className={style.warning}>{words.ficheOf(text.date)}</p>}
      <p className={lettering.small}>{typeset(mention)}</p>
      {url !== null && (
        <p className={style.origin}>
          <span className={style.url}>{url}</span>
          <Button kind="quiet" size="dense" onPress={() => void copy()}>
            {words.copy}
          </Button>
          <span role="status">{message}</span>
        </p>
      )}
      <div className={style.lines}>
        {lines.map((line, rank) =>
          line.kind === 'titre' || line.kind === 'cas' ? (
            <h4 key={rank} className={classes(style.lineTitle, line.kind === 'cas' && style.case)}>
              {line.text}
            </h4>
          ) : (
            <p
              key={rank}
              className={classes(style.line, style[line.kind])}
              style={{ paddingInlineStart: `${Math.min(line.level, 6) * 16}px` }}
            >
              {spaced(line.text)}
            </p>
          ),
        )}
      </div>
    </article>
  )
}

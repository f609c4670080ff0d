import { useEffect, useRef } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { Changes } from './Changes.tsx'
import lettering from '../../ui/Lettering.module.css'
import { classes } from '../../ui/classes.ts'
import compare from './Compare.module.css'
import page from './Law.module.css'
import style from './Package.module.css'

const words = law.packages
type Tried = Output<'rules.tryPackage'>

/** What a package would change: pieces by situation, then sentences. It takes the focus: it has to be seen. */
export function Trial({ trial: { situations, changed, differences, changes } }: { readonly trial: Tried }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={style.trial} aria-label={words.tried}>
      <h3 ref={heading} tabIndex={-1} className={lettering.strong}>
        {words.situations(changed, situations)}
      </h3>
      {changes.some(({ drawn }) => drawn) && <p className={lettering.small}>{words.drawn}</p>}
      {differences.length > 0 && <Differences differences={differences} />}
      {changes.map(({ procedureId, version, title, isNew, changes: sentences }) => (
        <div key={`${procedureId} ${version}`}>
          {isNew && (
            <p className={lettering.small}>
              {words.isNew} {words.newSentences(sentences.length)}.
            </p>
          )}
          <Changes
            title={words.sentences(title.fr, version)}
            before={words.before}
            after={words.after}
            changes={sentences}
          />
        </div>
      ))}
    </section>
  )
}

const Differences = ({ differences }: { readonly differences: Tried['differences'] }) => (
  <div className={page.scroll}>
    <table className={classes(compare.compared, compare.changes)}>
      <caption className={compare.caption}>
        {words.differences}
        {differences.length >= 200 && ` · ${words.firstDifferences(differences.length)}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.piece}</th>
          <th scope="col">{words.situation}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ procedureId, situation, piece, before, after }) => (
          <tr key={`${procedureId} ${situation} ${piece}`}>
            <th scope="row">{piece}</th>
            <td>{situation === '' ? words.noAnswer : situation}</td>
            <td>{before}</td>
            <td className={lettering.strong}>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

import { helpPanel as words, type HelpPage } from '../../shared/messages/help.fr.ts'
import style from './Help.module.css'

/**
 * What a screen does, how one goes about it, and its rule.
 * @param level of its headings: one under the screen's title
 */
export function Told({ page, level: Heading }: { readonly page: HelpPage; readonly level: 'h3' | 'h4' }) {
  return (
    <>
      <Heading className={style.under}>{words.does}</Heading>
      <p>{page.does}</p>
      <Heading className={style.under}>{words.steps}</Heading>
      <ul className={style.list}>
        {page.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <Heading className={style.under}>{words.rules}</Heading>
      <ul className={style.list}>
        {page.rules.map(({ text, source }) => (
          <li key={text}>
            {text} <span className={style.source}>({source ?? words.chosen})</span>
          </li>
        ))}
      </ul>
    </>
  )
}

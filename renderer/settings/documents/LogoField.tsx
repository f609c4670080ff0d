import { useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { papersSettings } from '../../../shared/messages/documents/settings.fr.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import lettering from '../../ui/Lettering.module.css'
import { logoFrom } from './paperDraft.ts'
import style from './Papers.module.css'

const words = papersSettings.head

/** The office's picture, chosen from a file and seen before it is kept; one that can't be read is refused with why. */
export function LogoField({
  logo,
  onChange,
}: {
  readonly logo: string | null
  readonly onChange: (logo: string | null) => void
}) {
  const [wrong, setWrong] = useState<string | null>(null)
  const choose = async (file: File | undefined) => {
    if (!file) return
    const made = logoFrom(new Uint8Array(await file.arrayBuffer()))
    if ('wrong' in made) return setWrong(made.wrong)
    try {
      // A name and a beginning do not make a picture: it is read whole here, rather than by a printer later.
      ;(await createImageBitmap(file)).close()
    } catch {
      return setWrong(papersSettings.wrong.unreadable)
    }
    setWrong(null)
    onChange(made.logo)
  }
  return (
    <div role="group" aria-label={words.logo}>
      <p className={lettering.legend}>{words.logo}</p>
      {logo === null ? (
        <p className={style.help}>{words.logoNone}</p>
      ) : (
        <p className={style.logo}>
          <img src={logo} alt={words.logoAlt} />
        </p>
      )}
      <Acts room="around">
        <FileTrigger
          acceptedFileTypes={['image/png']}
          onSelect={(files) => void choose(files?.[0] ?? undefined)}
        >
          <Button size="dense">{words.logoChoose}</Button>
        </FileTrigger>
        {logo !== null && (
          <Button
            kind="quiet"
            size="dense"
            onPress={() => {
              setWrong(null)
              onChange(null)
            }}
          >
            {words.logoRemove}
          </Button>
        )}
      </Acts>
      <p className={style.help}>{words.logoHelp}</p>
      <p role="alert" className={lettering.wrong}>
        {wrong}
      </p>
    </div>
  )
}

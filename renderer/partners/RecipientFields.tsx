import { useEffect, useRef, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import type { DirectoryOffice, DirectorySource } from '../../shared/contract/partners/directory.ts'
import type { Output } from '../../shared/contract/index.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { directoryWords } from '../../shared/messages/partners/directory.fr.ts'
import { useLink } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import lettering from '../ui/Lettering.module.css'
import stack from '../ui/Stack.module.css'
import type { RecipientDraft } from './recipient.ts'
import style from './Recipient.module.css'

const words = directoryWords.search
/** Milliseconds without a key before the host is asked. */
const pause = 150

/**
 * The recipient's name, searched in the directory as it is typed, and its address. What is chosen fills both, with how to
 * reach it; what is typed is as good, in an office without a directory or for who is not in it.
 */
export function RecipientFields({
  label,
  addressLabel,
  draft,
  startsFocused = false,
  onChange,
}: {
  readonly label: string
  readonly addressLabel: string
  readonly draft: RecipientDraft
  readonly startsFocused?: boolean
  readonly onChange: (draft: RecipientDraft) => void
}) {
  const found = useFound(draft.name)
  const [chosen, setChosen] = useState<string | null>(null)
  const fields = useRef<HTMLDivElement>(null)
  const offices = draft.name === chosen ? [] : (found?.offices ?? [])
  const choose = ({ name, address, ...office }: DirectoryOffice, source: DirectorySource) => {
    setChosen(name)
    const reach = directoryWords.contact(office)
    onChange({
      name,
      address: address ?? '',
      contact: reach === '' ? '' : `${reach}. ${directoryWords.credit(source.file, source.on)}`,
    })
  }
  return (
    <div ref={fields} className={stack.near}>
      {/* The host has searched already: what it found is shown as it is. */}
      <Autocomplete
        filter={() => true}
        disableAutoFocusFirst
        inputValue={draft.name}
        onInputChange={(name) => {
          setChosen(null)
          // Another name is reached otherwise.
          onChange({ ...draft, name, contact: '' })
        }}
      >
        <Field
          label={label}
          detail={detailOf(draft.name, found, chosen)}
          maxLength={200}
          autoComplete="off"
          startsFocused={startsFocused}
        />
        {found?.source && offices.length > 0 && (
          <ListBox aria-label={words.found(offices.length)} items={offices} className={style.list!}>
            {(office) => (
              <ListBoxItem
                id={office.id}
                textValue={office.name}
                className={style.item!}
                onAction={() => found.source && choose(office, found.source)}
              >
                <span>{office.name}</span>
                <span className={lettering.small}>
                  {[office.address ?? words.noAddress, ...office.hours.slice(0, 1)].join(' · ')}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        )}
      </Autocomplete>
      <Field
        label={addressLabel}
        value={draft.address}
        maxLength={200}
        autoComplete="off"
        onChange={(address) => onChange({ ...draft, address })}
      />
      {draft.contact !== '' && (
        <p className={style.contact}>
          <span>
            {words.chosen} : {draft.contact}
          </span>
          <Button
            size="dense"
            onPress={() => {
              onChange({ ...draft, contact: '' })
              // The button goes away with what it took back.
              fields.current?.querySelector('input')?.focus()
            }}
          >
            {words.clear}
          </Button>
        </p>
      )}
    </div>
  )
}

/** What the host finds for a name, a moment after its last letter; undefined before it was asked. */
function useFound(name: string): Output<'directory.search'> | undefined {
  const link = useLink()
  const [found, setFound] = useState<Output<'directory.search'>>()
  useEffect(() => {
    let current = true
    const timer = setTimeout(() => {
      void link.read('directory.search', { text: wordsIn(name).slice(0, 100) }).then((result) => {
        // Without an answer the name is typed whole, as without a directory.
        if (current && 'output' in result) setFound(result.output)
      })
    }, pause)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [link, name])
  return found
}

function detailOf(
  name: string,
  found: Output<'directory.search'> | undefined,
  chosen: string | null,
): string {
  if (found === undefined) return ''
  if (found.source === null) return words.missing
  if (wordsIn(name) === '' || name === chosen) return words.help
  return found.offices.length === 0 ? words.none : words.found(found.offices.length)
}

import type { ComponentProps } from 'react'

/**
 * A form: Enter or its button sends what is typed, and what lacks is said by the page, not by the browser.
 * @param onSend what sending does
 */
export const Form = ({
  onSend,
  ...rest
}: Omit<ComponentProps<'form'>, 'noValidate' | 'onSubmit'> & { readonly onSend: () => unknown }) => (
  <form
    {...rest}
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      void onSend()
    }}
  />
)

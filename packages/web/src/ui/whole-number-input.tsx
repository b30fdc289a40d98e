import { TextInput, type TextInputProps } from '@mantine/core'

/** A field for a whole number, which keeps what is typed so that the form can say what is wrong with it. */
export function WholeNumberInput(props: TextInputProps) {
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...props}
    />
  )
}

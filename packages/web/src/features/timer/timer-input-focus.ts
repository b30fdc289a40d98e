export const timerInputId = 'timer-input'

export function focusTimerInput(): void {
  document.getElementById(timerInputId)?.focus()
}

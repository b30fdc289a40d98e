import type { session as english } from '../en/session.ts'
import type { Words } from '../words.ts'

export const session: Words<typeof english> = {
  signIn: 'Iniciar sesión',
  signUp: 'Crear una cuenta',
  signOut: 'Cerrar sesión',
  createAccount: 'Crear cuenta',
  name: 'Nombre',
  email: 'Correo electrónico',
  password: 'Contraseña',
  passwordHint: 'Al menos {{count}} caracteres.',
  showPassword: 'Mostrar u ocultar la contraseña',
  forgot: '¿Contraseña olvidada?',
  toSignUp: 'Crear una cuenta',
  toSignIn: 'Iniciar sesión con una cuenta existente',
  backToSignIn: 'Volver al inicio de sesión',
  code: 'Código',
  codeHint: 'De su aplicación de autenticación.',
  recoveryCode: 'Código de recuperación',
  recoveryCodeHint: 'Uno de los que guardó. Sirve una vez.',
  useRecoveryCode: 'Usar un código de recuperación',
  useAppCode: 'Usar un código de la aplicación',
  byPasskey: 'Iniciar sesión con una llave de acceso',
}

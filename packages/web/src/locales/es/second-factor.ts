import type { secondFactor as english } from '../en/second-factor.ts'
import type { Words } from '../words.ts'

export const secondFactor: Words<typeof english> = {
  title: 'Verificación en dos pasos',
  text: 'Con ella, iniciar sesión requiere su contraseña y un código de una aplicación del teléfono. Los programas necesitan entonces claves de API: la contraseña no abre ninguna otra puerta.',
  setUp: 'Configurar',
  isOn: 'Activada',
  codesLeft_one: 'queda {{count}} código de recuperación',
  codesLeft_other: 'quedan {{count}} códigos de recuperación',
  setUpTitle: 'Configurar la verificación en dos pasos',
  passwordText: 'Primero, confirme que es usted.',
  next: 'Continuar',
  scanText:
    'Escanee esta imagen con una aplicación de autenticación, o copie en ella el secreto. Después escriba el código que muestra la aplicación.',
  picture: 'Código QR para la aplicación de autenticación',
  secret: 'Secreto',
  switchOn: 'Activar',
  codesTitle: 'Códigos de recuperación',
  codesText:
    'Con cada uno puede iniciar sesión una vez sin el teléfono. Guárdelos en un lugar seguro: no se vuelven a mostrar.',
  download: 'Descargar',
  fileName: 'sundial-codigos-de-recuperacion.txt',
  newCodes: 'Nuevos códigos de recuperación',
  newCodesText: 'Los que tiene dejan de servir.',
  turnOff: 'Desactivar',
  turnOffTitle: '¿Desactivar la verificación en dos pasos?',
  turnOffText: 'Para iniciar sesión bastará de nuevo la contraseña.',
  turnedOff: 'La verificación en dos pasos está desactivada.',
  reset: 'Quitar el segundo factor',
  resetTitle: '¿Quitar el segundo factor de {{name}}?',
  resetText:
    'Para quien ha perdido el teléfono y los códigos de recuperación. Iniciará sesión solo con la contraseña hasta que lo configure de nuevo.',
  isUsed: 'dos pasos',
}

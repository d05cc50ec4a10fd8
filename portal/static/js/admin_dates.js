// Wagtail's picker of dates and times replaces what it cannot read ("25:00") by the present moment when
// the field is left, and turning the wheel over a field changes it. Both would be published unseen. What
// was typed stays, and the server says what is wrong with it.
Object.assign(jQuery.fn.datetimepicker.defaults, { validateOnBlur: false, scrollInput: false });

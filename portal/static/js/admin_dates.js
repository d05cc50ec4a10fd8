// Wagtail's picker of dates and times replaces what it cannot read ("25:00") by the present moment when
// the field is left, and nobody would notice that it is published. What was typed stays, and the server
// says what is wrong with it.
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;

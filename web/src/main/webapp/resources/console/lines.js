// Numbers the lines of a text area that asks for it, and leads from a listed line into the text.
// Without it the page works all the same.
(function () {
  'use strict';

  function dress(area) {
    var numbers = document.createElement('div');
    numbers.className = 'numbers';
    numbers.setAttribute('aria-hidden', 'true');
    area.parentNode.insertBefore(numbers, area);
    var count = 0;
    function number() {
      var lines = area.value.split('\n').length;
      if (lines !== count) {
        count = lines;
        numbers.textContent = Array.from({ length: lines }, function (_, i) { return i + 1; }).join('\n');
      }
      numbers.scrollTop = area.scrollTop;
    }
    area.addEventListener('input', number);
    area.addEventListener('scroll', number);
    number();
  }

  function goTo(area, line) {
    var lines = area.value.split('\n');
    var begin = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    area.focus();
    area.setSelectionRange(begin, begin + (lines[line - 1] || '').length);
    area.scrollTop = Math.max(0, (line - 4) * (area.scrollHeight / lines.length));
    area.scrollIntoView({ block: 'nearest' });
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[data-line]');
    var area = link && document.querySelector(link.getAttribute('href'));
    if (area) {
      event.preventDefault();
      goTo(area, Number(link.dataset.line));
    }
  });

  document.querySelectorAll('textarea[data-lines]').forEach(dress);
})();

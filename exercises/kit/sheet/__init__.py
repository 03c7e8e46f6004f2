"""A form that one, two or four people fill in together, made from a description of it.

form.py has the description; from it come judging (judging.py), what is on all sheets (model.py),
what phone, screen and console are given (views.py, console.py), and rows, drawings, documents and
photos (export.py, picture.py, report.py). holder.py says whose a sheet is. The scripts are in
browser/. exercises/README.md tells how an exercise is made on it.
"""

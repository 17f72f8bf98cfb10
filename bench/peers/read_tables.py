# Reads a file as a person would with pandas and openpyxl, and prints the seconds and what was found, as JSON.
import json
import resource
import sys
import time

import openpyxl
import pandas

path = sys.argv[1]
start = time.perf_counter()
if path.endswith('.json'):
    with open(path, encoding='utf-8') as file:
        table = pandas.json_normalize(json.load(file)['grants'])
elif path.endswith('.csv'):
    table = pandas.read_csv(path, dtype=str)
else:
    table = pandas.read_excel(path, dtype=str, engine='openpyxl')
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({
    'rows': len(table),
    'wall': time.perf_counter() - start,
    'cpu': usage.ru_utime + usage.ru_stime,
    'mb': usage.ru_maxrss / 1000,
    'versions': f'pandas {pandas.__version__}, openpyxl {openpyxl.__version__}',
}))

"""Writes cases.json: documents by the rules of TOML v1.0.0, the values of the valid ones as Python's tomllib reads them.

Run: python3 cases.py. It prints where tomllib and the rules differ: Python's integers have no largest one.
"""
import datetime
import json
import math
import pathlib
import tomllib

valid={
"empty":"",
"comment only":"# nothing here",
"bare keys":"a=1\nA-b_9 = 2\n42 = 3\n",
"quoted keys":'"a b" = 1\n\'c.d\' = 2\n"" = 3\n"\\u00e9" = 4\n',
"dotted keys":'a.b = 1\na . "c.d" = 2\n3.1 = 5\n',
"crlf":"a = 1\r\nb = 2\r\n\r\n[t]\r\nc = \"x\"\r\n",
"tabs":"\ta\t=\t1\t# c\n",
"integers":"a=0\nb=+0\nc=-0\nd=+99\ne=-17\nf=1_000\ng=9223372036854775807\nh=-9223372036854775808\n",
"radix":"a=0xDEADBEEF\nb=0xdead_beef\nc=0o755\nd=0b1101_0110\ne=0x0\nf=0x00ff\n",
"floats":"a=+1.0\nb=3.1415\nc=-0.01\nd=5e+22\ne=1e06\nf=-2E-2\ng=6.626e-34\nh=224_617.445_991\ni=0.0\nj=-0.0\nk=0e0\n",
"special floats":"a=inf\nb=+inf\nc=-inf\nd=nan\ne=+nan\nf=-nan\n",
"booleans":"a=true\nb=false\n",
"basic strings":'a="x"\nb=""\nc="\\b\\t\\n\\f\\r\\"\\\\"\nd="\\u00E9\\U0001F600"\ne="tab\there"\nf="# no comment"\n',
"literal strings":"a='C:\\x\\y'\nb=''\nc='\"q\"'\n",
"multi-line basic":'a="""one\ntwo"""\nb="""\nfirst newline goes"""\nc="""a \\\n   b\\\n\n\n   c"""\nd="""two "" quotes"""\ne="""ends with quote""""\nf="""ends with two"""""\ng=""""starts"""\nh="""\\\n  """\n',
"multi-line literal":"a='''one\ntwo\\n'''\nb='''\nx'''\nc='''it's ''ok'''''\n",
"backslash then blanks":'a="""x \\   \n  y"""\n',
"escaped quotes in lines":'a="""x\\"""y"""\n',
"dates":"a=1979-05-27T07:32:00Z\nb=1979-05-27T00:32:00-07:00\nc=1979-05-27T00:32:00.999999-07:00\nd=1979-05-27 07:32:00Z\ne=1979-05-27T07:32:00\nf=1979-05-27\ng=07:32:00\nh=00:32:00.999999\ni=1979-05-27t07:32:00z\nj=2000-02-29\nk=1979-05-27 07:32:00.5\n",
"arrays":'a=[]\nb=[1,2,]\nc=[ [1,2], ["a", 1.5] ]\nd=[\n 1, # one\n 2 # two\n , \n]\ne=[{x=1},{x=2}]\n',
"tables":"[a]\nx=1\n[b.c]\ny=2\n[b]\nz=3\n",
"header with blanks and quotes":"[ a . \"b.c\" . 'd' ]\nx=1\n",
"empty table":"[a]\n[b]\n",
"super table later":"[x.y.z.w]\n[x]\na=1\n",
"sub-table in dotted":"[fruit]\napple.color=\"red\"\napple.taste.sweet=true\n[fruit.apple.texture]\nsmooth=true\n",
"arrays of tables":"[[p]]\na=1\n[[p]]\n[[p]]\nb=2\n[p.q]\nc=3\n[[p.r]]\nd=4\n[[p.r]]\nd=5\n",
"inline tables":"a={}\nb={x=1,y=\"z\"}\nc={ p.q = 1, p.r = 2 }\nd={e={f=[{g=1}]}}\ne=[{\"k\" = '''m\nn'''}]\n",
"inline with lines in array":"a={b=[\n1,\n2\n]}\n",
"key that looks like values":"true=1\ninf=2\n1979-05-27=3\n1e5=4\n",
"implicit then dotted":"[a.b.c]\nx=1\n[a]\nb.d=2\n",
"array of tables under implicit":"[[a.b]]\nx=1\n[a]\ny=2\n",
"last line without end":"a=1",
"unicode":"a=\"\u00fcn\u00ef\u6f22\U0001f600\" # \u00e9\n",
"dotted order mixed":"apple.type=1\norange.type=2\napple.skin=3\n",
"nested arrays of tables":"[[a]]\n[[a.b]]\nx=1\n[[a]]\n[[a.b]]\nx=2\n",
"no newline before comment":"a=1# c\n[b]# d\n",
}
invalid={
"duplicate key":"a=1\na=2\n",
"duplicate key, bare and quoted":"a=1\n\"a\"=2\n",
"no value":"a=\n",
"no key":"=1\n",
"no equals":"a\n",
"two on a line":"a=1 b=2\n",
"bare key with a dollar":"a$=1\n",
"bare key, umlaut":"\u00fc=1\n",
"key over lines":"\"\"\"a\"\"\"=1\n",
"empty part of a key":"a..b=1\n",
"dot at the end":"a.=1\n",
"key into a value":"a=1\na.b=2\n",
"value over table":"a.b=1\na=2\n",
"leading zero":"a=01\n",
"leading zero, signed":"a=-01\n",
"double underscore":"a=1__0\n",
"underscore first":"a=_1\n",
"underscore last":"a=1_\n",
"hex in capitals":"a=0XFF\n",
"hex with sign":"a=+0xFF\n",
"hex without digits":"a=0x\n",
"hex underscore first":"a=0x_1\n",
"octal digit":"a=0o8\n",
"binary digit":"a=0b2\n",
"integer too large":"a=9223372036854775808\n",
"integer too small":"a=-9223372036854775809\n",
"hex too large":"a=0x8000000000000000\n",
"point first":"a=.5\n",
"point last":"a=5.\n",
"point before exponent":"a=5.e1\n",
"float leading zero":"a=03.1\n",
"exponent without digits":"a=1e\n",
"float underscore at point":"a=1_.5\n",
"float underscore at exponent":"a=1e_5\n",
"inf in capitals":"a=Inf\n",
"nan in capitals":"a=NaN\n",
"boolean in capitals":"a=True\n",
"bare word":"a=yes\n",
"string not closed":'a="x\n',
"string closed by another quote":'a="x\'\n',
"literal not closed":"a='x\n",
"lines not closed":'a="""x\n',
"unknown escape":'a="\\q"\n',
"escape e":'a="\\e"\n',
"escape x":'a="\\x41"\n',
"short unicode escape":'a="\\u12"\n',
"surrogate escape":'a="\\uD800"\n',
"beyond unicode":'a="\\U00110000"\n',
"control in string":'a="\u0001"\n',
"control in literal":"a='\u0001'\n",
"delete in string":'a="\u007f"\n',
"control in comment":"a=1 # \u0001\n",
"control in lines":'a="""\u0000"""\n',
"carriage return alone":"a=1\rb=2\n",
"carriage return in comment":"# a\r b\n",
"line end in string":'a="x\ny"\n',
"three quotes in lines":'a="""x """ y"""\n',
"six quotes at the end":'a="""x""""""\n',
"date: month 13":"a=1979-13-01\n",
"date: day 30 of February":"a=1979-02-30\n",
"date: 29 February 2100":"a=2100-02-29\n",
"date: hour 24":"a=1979-05-27T24:00:00\n",
"date: minute 60":"a=1979-05-27T00:60:00\n",
"date: second 61":"a=1979-05-27T00:00:61\n",
"date: one digit":"a=1979-5-27\n",
"date: no seconds":"a=1979-05-27T07:32\n",
"date: offset hour 24":"a=1979-05-27T00:00:00+24:00\n",
"date: offset without colon":"a=1979-05-27T00:00:00+0700\n",
"date: T without time":"a=1979-05-27T\n",
"date: point without digits":"a=1979-05-27T00:00:00.\n",
"date: time with offset":"a=07:32:00Z\n",
"array not closed":"a=[1,2\n",
"array without comma":"a=[1 2]\n",
"array with two commas":"a=[1,,2]\n",
"array with comma first":"a=[,1]\n",
"inline over lines":"a={b=1,\nc=2}\n",
"inline with comma at the end":"a={b=1,}\n",
"inline with two commas":"a={b=1,,c=2}\n",
"inline duplicate":"a={b=1,b=2}\n",
"inline not closed":"a={b=1\n",
"inline extended by header":"a={b=1}\n[a.c]\n",
"inline extended by key":"a={b=1}\na.c=2\n",
"inline, inner extended":"a={b={c=1},b.d=2}\n",
"inline, dotted over value":"a={b=1,b.c=2}\n",
"header twice":"[a]\n[a]\n",
"header over value":"a=1\n[a]\n",
"header over dotted":"[fruit]\napple.color=1\n[fruit.apple]\n",
"dotted over header":"[a.b]\nx=1\n[a]\nb.y=2\n",
"dotted over deep header":"[a.b.c]\nz=9\n[a]\nb.c.t=1\n",
"header over array":"a=[1]\n[[a]]\n",
"array of tables over table":"[a]\n[[a]]\n",
"table over array of tables":"[[a]]\n[a]\n",
"array of tables over implicit":"[a.b]\n[[a]]\n",
"static array extended":"a=[{b=1}]\n[a.c]\n",
"key into array of tables":"[[a]]\n[b]\n[c]\n[a.d]\nx=1\n[a.d]\n",
"empty header":"[]\n",
"header not closed":"[a\n",
"header with text behind":"[a] b=1\n",
"header over two lines":"[a\n]\n",
"array header not closed":"[[a]\n",
"array header with blank":"[ [a]]\n",
"second header by other spelling":"[a]\n[\"a\"]\n",
"byte order mark inside":"a=1\n\ufeffb=2\n",
"bare value line":"1\n",
"equals twice":"a==1\n",
"plus alone":"a=+\n",
}
def enc(v):
    if isinstance(v,bool): return {"boolean":v}
    if isinstance(v,int): return {"integer":str(v)}
    if isinstance(v,float):
        return {"float":"nan" if math.isnan(v) else "inf" if v==math.inf else "-inf" if v==-math.inf else repr(v)}
    if isinstance(v,str): return {"string":v}
    if isinstance(v,datetime.datetime):
        return {"moment":v.isoformat(sep='T',timespec='microseconds')}
    if isinstance(v,datetime.date): return {"moment":v.isoformat()}
    if isinstance(v,datetime.time): return {"moment":v.isoformat(timespec='microseconds')}
    if isinstance(v,list): return [enc(x) for x in v]
    return {"table":{k:enc(x) for k,x in v.items()}}
out={"producer":"Python 3.11.2 tomllib; the rules are those of TOML v1.0.0","valid":[],"invalid":[]}
for n,t in valid.items():
    try: out["valid"].append({"name":n,"toml":t,"value":enc(tomllib.loads(t))})
    except Exception as e: print("VALID refused by tomllib:",n,e)
for n,t in invalid.items():
    try: tomllib.loads(t); print("INVALID accepted by tomllib:",n)
    except tomllib.TOMLDecodeError: pass
    except Exception as e: print(n,type(e),e)
    out["invalid"].append({"name":n,"toml":t})
json.dump(out,open(pathlib.Path(__file__).with_name('cases.json'),'w'),indent=1,ensure_ascii=True)
print(len(out["valid"]),len(out["invalid"]))

import time,functools
from tests.browser import eyes, test_whole_meeting as t
o=eyes.Album.keep; T=[0,0]
def k(self,*a):
    s=time.time(); r=o(self,*a); T[0]+=time.time()-s; T[1]+=1; return r
eyes.Album.keep=k
for n in dir(t):
    f=getattr(t,n)
    if callable(f) and getattr(f,'__module__','')==t.__name__ and n.startswith(('everybody','the_','a_','nobody','figures')):
        def w(f=f,n=n):
            @functools.wraps(f)
            def g(*a,**k):
                s=time.time(); b=tuple(T); r=f(*a,**k); print(f"{n:60} {time.time()-s:.1f}s shots {T[0]-b[0]:.1f}s n={T[1]-b[1]}",flush=True); return r
            return g
        setattr(t,n,w())
from tests.browser.conftest import *
test_x=t.test_a_whole_meeting

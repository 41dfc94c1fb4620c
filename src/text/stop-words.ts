/** English words that carry grammar rather than content, folded. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  "a,an,the,and,or,but,nor,so,yet,if,then,than,that,this,these,those,of,in,on,at,to,for,from,by,with,about,into,onto,over,under,after,before,between,through,during,against,among,within,without,upon,off,out,up,down,as,is,are,was,were,be,been,being,am,has,have,had,having,do,does,did,doing,done,will,would,shall,should,can,could,may,might,must,not,n't,no,it,its,he,him,his,she,her,hers,they,them,their,theirs,we,us,our,ours,you,your,yours,i,me,my,mine,who,whom,whose,which,what,when,where,why,how,there,here,also,too,very,just,only,even,still,such,both,each,some,any,all,other,another,more,most,much,many,own,same,while,although,though,because,since,until,'s,'re,'ve,'ll,'d,'m,himself,herself,itself,themselves,however,meanwhile,one,say,says,said,saying,told,per,via,amid,amp".split(
    ",",
  ),
)

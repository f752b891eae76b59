// The build failed, but did it fail for the fault in the sample, and for nothing else?
def errors = new File(basedir, '../../target/must-fail/build.log').readLines().findAll { it.startsWith('[ERROR] ') && it.contains('.java:') }.unique()
assert errors && errors.every { it.contains('NullFault.java') && it.contains('[NullAway] dereferenced expression') }
return true

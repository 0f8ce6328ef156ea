// verdict: failed
// says: may not write files
export default () => Response.json({ file: process.report.writeReport(`${process.env.CANARY}/report.json`) });

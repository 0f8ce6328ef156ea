// verdict: broken
// says: has a syntax error
from fastapi import FastAPI

app = FastAPI()
